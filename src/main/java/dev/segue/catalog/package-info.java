/**
 * What a track is, and how catalogue files become tracks.
 *
 * <p>Read {@link dev.segue.catalog.Track} first, then {@link dev.segue.catalog.NumericField}, which
 * names every number of a track and its range. {@link dev.segue.catalog.CatalogReader} is the way
 * in from files. Behind it, a row goes this way: {@code Sources} finds the files or downloads them,
 * {@code CsvRows} splits one into rows, ahead of the others in {@code ReadAhead}; {@code RowParser}
 * makes a track of a row with the help of {@code Header}, whose names {@code CatalogColumn} knows;
 * {@code Survey} decides which rows are tracks.
 *
 * <p>Records are immutable and safe to share between threads; a reader serves one thread. Nothing
 * here judges whether two tracks are the same recording: a track is its id.
 */
package dev.segue.catalog;
