package dev.segue.rank;

/**
 * What one ingredient adds to a score.
 *
 * @param name the ingredient, such as {@code text}
 * @param score what it adds
 */
public record ScorePart(String name, double score) {}
