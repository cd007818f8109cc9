package dev.segue.catalog;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The genres of each track, gathered from all its rows: first the first row's, then what each later
 * row adds. Equal lists are one object, so a track costs its id and two references.
 */
final class GenreUnion {
  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<List<String>> genres = new ArrayList<>();
  private final Map<List<String>, List<String>> shared = new HashMap<>();

  /** Adds a row's genres to its track and says whether it is the first row of that id. */
  boolean add(String id, List<String> rowGenres) {
    Integer known = numbers.putIfAbsent(id, genres.size());
    if (known == null) {
      genres.add(share(rowGenres));
      return true;
    }
    List<String> before = genres.get(known);
    if (!before.containsAll(rowGenres)) {
      Set<String> united = new LinkedHashSet<>(before);
      united.addAll(rowGenres);
      genres.set(known, share(List.copyOf(united)));
    }
    return false;
  }

  /** No more rows will come: the ids are forgotten, the genres stay. */
  void seal() {
    numbers.clear();
    shared.clear();
  }

  /** All genres of the track that came as number so-and-so, from 0. */
  List<String> of(int track) {
    return genres.get(track);
  }

  private List<String> share(List<String> list) {
    return shared.computeIfAbsent(list, same -> same);
  }
}
