/**
 * Free text to ranked tracks. {@link dev.segue.search.TrackSearch} answers {@link
 * dev.segue.search.SearchRequest}s page by page and says which track a text means.
 *
 * <p>Thread-safe. What similar songs are is not known here; see {@code recommend}.
 */
package dev.segue.search;
