package dev.segue.experiment;

/**
 * What a user is part of.
 *
 * @param experiment its name
 * @param variant says with which parameters they are answered
 */
public record Assignment(String experiment, Variant variant) {}
