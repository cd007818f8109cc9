package dev.segue.catalog;

/**
 * A row of a CSV file.
 *
 * @param line the line on which it starts, from 1
 * @param cells as they stand there; nobody changes the array
 */
@SuppressWarnings("ArrayRecordComponent") // rows are many and short-lived, and never compared
record Row(long line, String[] cells) {}
