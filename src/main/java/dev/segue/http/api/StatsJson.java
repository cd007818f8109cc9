package dev.segue.http.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;

/**
 * What an index holds.
 *
 * @param recordings how many its tracks are, where re-releases of one count once
 * @param taste the model of taste; absent where none was trained
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
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
    List<Genre> genres,
    Taste taste) {

  /**
   * A model of taste.
   *
   * @param refusal why it cannot be used; nothing else is there then
   * @param model its kind and settings
   * @param listeners whom it learned from
   * @param recordings of the index that it knows
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Taste(
      String refusal, String model, Instant trainedAt, Integer listeners, Integer recordings) {
    static Taste of(dev.segue.engine.Taste taste) {
      if (taste.refusal().isPresent()) {
        return new Taste(taste.refusal().get(), null, null, null, null);
      }
      return taste
          .tracks()
          .map(
              tracks ->
                  new Taste(
                      null,
                      tracks.model(),
                      tracks.trainedAt(),
                      tracks.listeners(),
                      tracks.recordings()))
          .orElse(null);
    }
  }

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
