package dev.segue.index;

/**
 * A track near a point.
 *
 * @param ordinal its position in the catalogue, from 0
 * @param distance how far, by the metric of the space
 */
public record Neighbour(int ordinal, double distance) {}
