/**
 * Tracks to tracks: {@link dev.segue.recommend.Recommender}. Thread-safe. Which track a text means
 * is not known here; see {@code search}.
 */
package dev.segue.recommend;
