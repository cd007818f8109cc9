package dev.segue.index.lucene;

import dev.segue.query.NameKey;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What names that come again and again, those of artists and genres, are in the index: analysed
 * once, not once a track. Keeps at most {@value #CAPACITY}, some 30 MB; any number of threads may
 * ask.
 */
final class NameCache {
  private static final int CAPACITY = 100_000;

  /** In characters; longer names are not kept. */
  private static final int LONGEST = 100;

  /**
   * A name.
   *
   * @param key its {@link NameKey}
   */
  record Name(NameText text, String key) {}

  private final TextAnalysis analysis;
  private final Map<String, Name> names = new ConcurrentHashMap<>();

  NameCache(TextAnalysis analysis) {
    this.analysis = analysis;
  }

  Name of(String text) {
    Name known = names.get(text);
    return known == null ? analyse(text) : known;
  }

  private Name analyse(String text) {
    Name name = new Name(analysis.name(text), NameKey.of(text));
    if (text.length() <= LONGEST) {
      if (names.size() >= CAPACITY) {
        names.clear();
      }
      names.put(text, name);
    }
    return name;
  }
}
