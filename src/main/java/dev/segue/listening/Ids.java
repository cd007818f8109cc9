package dev.segue.listening;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The ids of users or of items, numbered from 0 in the order in which they were met. */
public final class Ids {
  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<String> ids = new ArrayList<>();

  /** The number of an id, which is the next one where it was never met. */
  public int number(String id) {
    Integer known = numbers.putIfAbsent(id, ids.size());
    if (known == null) {
      ids.add(id);
      return ids.size() - 1;
    }
    return known;
  }

  /**
   * The id with a number.
   *
   * @throws IndexOutOfBoundsException when no id has it
   */
  public String id(int number) {
    return ids.get(number);
  }

  /** How many there are. */
  public int size() {
    return ids.size();
  }
}
