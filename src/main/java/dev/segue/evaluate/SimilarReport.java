package dev.segue.evaluate;

import java.util.List;

/**
 * How good the ten tracks most like a track are, space by space.
 *
 * @param tracks in the index
 * @param recordings how many these are
 * @param queries how many tracks were asked about, the same in every space
 * @param seed of the random choice of tracks
 * @param half of which half of the artists the tracks are, or {@code null}
 * @param differences of every further space from the first
 */
public record SimilarReport(
    int tracks,
    int recordings,
    int queries,
    long seed,
    String half,
    List<Row> spaces,
    List<Difference> differences) {
  /** Copies. */
  public SimilarReport {
    spaces = List.copyOf(spaces);
    differences = List.copyOf(differences);
  }

  /**
   * One space. A measure is {@code null} where the catalogue does not tell it.
   *
   * @param artist10 the share of the ten that have an artist in common with the track asked about
   * @param album10 the share from its album, by name
   * @param genre10 the share with a genre in common
   * @param sameRecording10 before versions are folded: the share of the ten that are another
   *     version of the track or of a nearer one
   * @param artists10 how many different main artists the ten have
   * @param coverage the share of all recordings that are in an answer
   * @param hubness the skewness of how often a recording is in an answer
   * @param popularityBias by how much answers are more popular than the track asked about, in
   *     points of popularity
   * @param p50Micros half of the answers took no longer; by nearest rank
   */
  public record Row(
      String space,
      Estimate artist10,
      Estimate album10,
      Estimate genre10,
      Estimate sameRecording10,
      Estimate artists10,
      Estimate coverage,
      Estimate hubness,
      Estimate popularityBias,
      double p50Micros) {}
}
