package dev.segue.index;

import dev.segue.catalog.Track;

/**
 * A track and its place in an index.
 *
 * @param ordinal its position in the catalogue, from 0; unlike the id it is never shared
 */
public record IndexedTrack(int ordinal, Track track) {}
