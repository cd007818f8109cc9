/**
 * The seam: what any index of tracks must do. {@link dev.segue.index.IndexBackend} builds and
 * opens, {@link dev.segue.index.TrackIndex} answers, {@link dev.segue.index.Vocabulary} knows its
 * words.
 *
 * <p>The seam lies at retrieval: words to tracks, a point to its neighbours, an id to its track.
 * What is made of these (fusion, variety, reasons) is written once, above. No type of a search
 * library crosses it.
 */
package dev.segue.index;
