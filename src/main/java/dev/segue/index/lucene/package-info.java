/**
 * The embedded index, on Apache Lucene; the only room that knows Lucene's types.
 *
 * <p>{@link dev.segue.index.lucene.LuceneBackend} is the way in. {@code TrackDocument} is the
 * schema, {@code TextAnalysis} and {@code Romanization} make words, {@code TextQueries} and {@code
 * TextSearch} find by them, {@code LuceneVocabulary} knows them, {@code FacetCounts} counts; {@code
 * FilterQueries} are the filters, {@code VectorFormats} and {@code NearestSearch} the k-NN, {@link
 * dev.segue.index.lucene.NeighbourTreeVectorsFormat} how trees are kept; it is public because
 * Lucene finds formats by name. Reading is thread-safe throughout.
 */
package dev.segue.index.lucene;
