package dev.segue.index.lucene;

import dev.segue.query.NameKey;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What names that come again and again are in the index: artists, genres and albums are analysed
 * once, not once a track. Keeps the first {@value #CAPACITY}, some 20 MB; any number of threads may
 * ask.
 */
final class NameCache {
  private static final int CAPACITY = 100_000;

  /**
   * A name.
   *
   * @param words as {@link TextAnalysis} finds them
   * @param key its {@link NameKey}
   */
  record Name(List<String> words, String key) {}

  private final TextAnalysis analysis;
  private final Map<String, Name> names = new ConcurrentHashMap<>();

  NameCache(TextAnalysis analysis) {
    this.analysis = analysis;
  }

  Name of(String text) {
    Name known = names.get(text);
    if (known == null) {
      known = new Name(List.copyOf(analysis.words(text)), NameKey.of(text));
      if (names.size() < CAPACITY) {
        names.put(text, known);
      }
    }
    return known;
  }

  /** The words of a text that hardly comes twice. */
  List<String> words(String text) {
    return analysis.words(text);
  }
}
