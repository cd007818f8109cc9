/**
 * The embedded index, on Apache Lucene; the only room that knows Lucene's types.
 *
 * <p>{@link dev.segue.index.lucene.LuceneBackend} is its one public type. {@code TrackDocument} is
 * the schema, {@code TextAnalysis} and {@code TextQueries} the words, {@code FilterQueries} the
 * filters, {@code VectorFormats} and {@code NearestSearch} the k-NN. Reading is thread-safe
 * throughout.
 */
package dev.segue.index.lucene;
