/**
 * Offline measurement. Begin with {@link dev.segue.evaluate.SearchEvaluation}, which makes {@link
 * dev.segue.evaluate.KnownItem}s from the index itself and reports how many of them are found; what
 * people do to names when they type them is {@link dev.segue.evaluate.QueryKind}. {@link
 * dev.segue.evaluate.SimilarEvaluation} measures feature spaces, {@link
 * dev.segue.evaluate.RecommendEvaluation} how several seeds become one ranking, {@link
 * dev.segue.evaluate.PlaylistEvaluation} how playlists flow.
 *
 * <p>For one thread. The same seed, index and program give the same questions and, but for times,
 * the same report.
 */
package dev.segue.evaluate;
