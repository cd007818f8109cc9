package dev.segue.catalog;

/**
 * What one source of a catalogue held.
 *
 * @param name the source, as the caller named it
 * @param bytes its size as it lies on disk, compressed if it is
 * @param rows its rows, without the header and without blank lines
 * @param brokenSequences byte sequences that were no UTF-8; each was replaced by U+FFFD
 */
public record SourceReport(String name, long bytes, long rows, long brokenSequences) {}
