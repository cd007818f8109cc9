package dev.segue.index;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What was typed, as an index reads it.
 *
 * @param text what was typed
 * @param words what is looked for, in order; a word may come again
 * @param units what the text consists of: its words, or single characters in scripts without spaces
 */
public record QueryText(String text, List<QueryWord> words, List<String> units) {
  /** The most units of a name that is looked for as the whole of something, but for the text's. */
  public static final int LONGEST_NAME = 12;

  /** Copies. */
  public QueryText {
    words = List.copyOf(words);
    units = List.copyOf(units);
  }

  /** Every word once, where it stands last. */
  public Collection<QueryWord> distinctWords() {
    Map<String, QueryWord> distinct = new LinkedHashMap<>();
    words.forEach(word -> distinct.put(word.text(), word));
    return distinct.values();
  }

  /**
   * What follows each other in the text, without spaces between: whatever may be the whole of a
   * name.
   */
  public Set<String> runs() {
    Set<String> runs = new HashSet<>();
    for (int from = 0; from < units.size(); from++) {
      StringBuilder run = new StringBuilder();
      for (int to = from; to < Math.min(units.size(), from + LONGEST_NAME); to++) {
        runs.add(run.append(units.get(to)).toString());
      }
    }
    return runs;
  }

  /** The text without spaces between its units. */
  public String whole() {
    return String.join("", units);
  }

  /** How many different words a track must have. */
  public int required() {
    return (int) distinctWords().stream().filter(word -> !word.optional()).count();
  }

  /**
   * The same text, with some of its words as optional ones; with all of them required when none
   * would be.
   */
  public QueryText optional(Predicate<String> which) {
    List<QueryWord> changed =
        words.stream().map(word -> which.test(word.text()) ? word.asOptional() : word).toList();
    return changed.stream().allMatch(QueryWord::optional)
        ? this
        : new QueryText(text, changed, units);
  }
}
