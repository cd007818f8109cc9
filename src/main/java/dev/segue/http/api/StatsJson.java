package dev.segue.http.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;

/**
 * What an index holds.
 *
 * @param recordings how many its tracks are, where re-releases of one count once
 */
public record StatsJson(
    long generation,
    String version,
    Instant builtAt,
    int tracks,
    int recordings,
    long rows,
    long mergedDuplicates,
    long rejected,
    boolean keepDuplicates,
    List<Source> sources,
    List<Space> spaces,
    List<Genre> genres) {

  /** A file that was read. */
  public record Source(String name, long bytes, long rows) {}

  /**
   * A feature space.
   *
   * @param isDefault whether it is meant where none is named
   */
  public record Space(
      String name,
      String metric,
      int dimension,
      List<String> columns,
      @JsonProperty("default") boolean isDefault) {}

  /** A genre and how many tracks it has. */
  public record Genre(String name, int tracks) {}
}
