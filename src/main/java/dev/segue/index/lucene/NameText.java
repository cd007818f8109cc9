package dev.segue.index.lucene;

import java.util.List;
import java.util.stream.Stream;

/**
 * A name as the words by which it is found.
 *
 * @param words as it is written
 * @param latin the words of each way to write it in Latin letters, where it is not
 */
record NameText(Words words, List<Words> latin) {
  /** The different ways to write it as one term; none of a name without words. */
  List<String> wholes() {
    return Stream.concat(Stream.of(words), latin.stream())
        .map(Words::whole)
        .filter(whole -> !whole.isEmpty())
        .distinct()
        .toList();
  }
}
