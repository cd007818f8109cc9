package dev.segue.http.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * What is like a track.
 *
 * @param resolved how the track was found, absent when it was named by its id
 * @param track the one asked about
 * @param space in which likeness was measured
 */
public record SimilarJson(
    @JsonInclude(JsonInclude.Include.NON_NULL) Resolved resolved,
    TrackJson track,
    String space,
    List<HitJson> tracks) {

  /**
   * Which track a text was taken for.
   *
   * @param confidence the share of the text's words that the track has, [0, 1]
   */
  public record Resolved(String query, String id, String name, double confidence) {}
}
