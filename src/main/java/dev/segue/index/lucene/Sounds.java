package dev.segue.index.lucene;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.apache.commons.codec.language.DoubleMetaphone;

/**
 * How words sound: Double Metaphone (Philips 2000), eight characters of it. An index has each of
 * its words once as a term that begins with the sound, so that words of one sound follow each other
 * among the terms. Any number of threads may ask.
 */
final class Sounds {
  private static final Pattern LATIN = Pattern.compile("[a-z]{4,}");
  private static final int LENGTH = 8;

  /** So many words are remembered; one that is forgotten is only put into the index again. */
  private static final int CAPACITY = 200_000;

  private static final DoubleMetaphone METAPHONE = metaphone();

  private final Set<String> seen = ConcurrentHashMap.newKeySet();

  /** The terms of the words that come for the first time. */
  List<String> termsOfNew(Collection<String> words) {
    if (seen.size() > CAPACITY) {
      seen.clear();
    }
    return words.stream()
        .filter(word -> LATIN.matcher(word).matches() && seen.add(word))
        .flatMap(word -> beginning(word).map(sound -> sound + word).stream())
        .toList();
  }

  /** What the terms of all words begin with that sound like one; empty when it has no sound. */
  static Optional<String> beginning(String word) {
    if (!LATIN.matcher(word).matches()) {
      return Optional.empty();
    }
    String sound = METAPHONE.doubleMetaphone(word);
    return sound == null || sound.isEmpty() ? Optional.empty() : Optional.of(sound + " ");
  }

  private static DoubleMetaphone metaphone() {
    DoubleMetaphone metaphone = new DoubleMetaphone();
    metaphone.setMaxCodeLen(LENGTH);
    return metaphone;
  }
}
