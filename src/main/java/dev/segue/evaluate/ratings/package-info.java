/**
 * How well models of ratings predict ratings. Begin with {@link
 * dev.segue.evaluate.ratings.RatingsEvaluation}.
 */
package dev.segue.evaluate.ratings;
