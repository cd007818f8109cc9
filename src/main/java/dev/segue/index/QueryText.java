package dev.segue.index;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * What was typed, as an index reads it.
 *
 * @param text what was typed
 * @param words what is looked for, in order; a word may come again
 * @param units what the text consists of: its words, or single characters in scripts without spaces
 */
public record QueryText(String text, List<QueryWord> words, List<String> units) {
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
