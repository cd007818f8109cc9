/**
 * Tracks to tracks. {@link dev.segue.recommend.Recommender} finds the tracks most like one; {@link
 * dev.segue.recommend.MixedRecommender} answers mixes of wishes: read on with {@code SeedPlaces},
 * {@code Relevance} and {@code SeedCandidates}. {@link dev.segue.recommend.Pages} makes answers of
 * any candidates, with {@code Selection} and {@code Reasons}.
 *
 * <p>What is public is thread-safe. Which track a text means is not known here; see {@code search}.
 */
package dev.segue.recommend;
