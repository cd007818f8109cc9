package dev.segue.search;

import dev.segue.index.IndexedTrack;

/**
 * Which track a text was taken for.
 *
 * @param confidence the share of the text's words that the track has, [0, 1]
 */
public record Resolution(IndexedTrack track, double confidence) {}
