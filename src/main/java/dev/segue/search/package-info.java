/**
 * Free text to ranked tracks. {@link dev.segue.search.TrackSearch} answers {@link
 * dev.segue.search.SearchRequest}s page by page, completes, and says which track a text means. Read
 * on with {@code WordSearch}, which tries one reading of the words after another, {@code Speller},
 * which finds other readings, and {@code HybridSearch}, which joins words with sound; {@code
 * Understanding} finds the wishes in a question, {@code Suggester} completes, {@code Marker} marks.
 *
 * <p>Thread-safe. What similar songs are is not known here; see {@code recommend}.
 */
package dev.segue.search;
