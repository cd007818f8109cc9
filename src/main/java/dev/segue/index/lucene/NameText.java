package dev.segue.index.lucene;

import java.util.List;

/**
 * A name as the words by which it is found.
 *
 * @param words as it is written
 * @param latin the words of each way to write it in Latin letters, where it is not
 */
record NameText(Words words, List<Words> latin) {}
