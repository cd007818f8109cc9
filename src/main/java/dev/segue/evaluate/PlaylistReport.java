package dev.segue.evaluate;

import java.util.List;

/**
 * How well playlists flow, and how even paths are.
 *
 * @param tracks in the index
 * @param seed of the random choice of tracks
 */
public record PlaylistReport(
    int tracks, long seed, String space, List<Row> playlists, List<PathRow> paths) {
  /** Copies. */
  public PlaylistReport {
    playlists = List.copyOf(playlists);
    paths = List.copyOf(paths);
  }

  /**
   * Playlists of one kind.
   *
   * @param playlist what was asked for
   * @param queries how many playlists
   * @param shorter the share of them that are shorter than was asked for
   * @param offCurve the mean distance of a track's energy from what is wanted in its place, [0, 1];
   *     {@code null} where no playlist has a track
   * @param compatibleKeys the share of the transitions in keys that go together, [0, 1]; {@code
   *     null} where there is none
   * @param tempoStepPercent by how much the tempo changes from track to track, but for halves and
   *     doubles; {@code null} where there is no transition
   * @param offSeconds how far they are from the length that was asked for, {@code null} where a
   *     number of tracks was
   * @param p50Micros half of the answers took no longer; by nearest rank
   */
  public record Row(
      String playlist,
      int queries,
      Estimate shorter,
      Estimate offCurve,
      Estimate compatibleKeys,
      Estimate tempoStepPercent,
      Estimate offSeconds,
      double p50Micros,
      double p99Micros) {}

  /**
   * Paths of one length.
   *
   * @param steps how many tracks were asked for, both ends included
   * @param queries how many paths
   * @param shorter the share of them with fewer tracks
   * @param unevenness the standard deviation of the distances from track to track, as a share of
   *     their mean
   * @param longest the longest of these distances, as a share of their mean, at least 1
   * @param detour the sum of these distances, as a share of the distance between the ends, at least
   *     1 in a metric space
   */
  public record PathRow(
      int steps,
      int queries,
      Estimate shorter,
      Estimate unevenness,
      Estimate longest,
      Estimate detour,
      double p50Micros,
      double p99Micros) {}
}
