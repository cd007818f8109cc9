package dev.segue.http.spotify;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/** Recommended tracks, and what became of each seed. */
record RecommendationsObject(List<TrackObject> tracks, List<Seed> seeds) {
  /**
   * A seed.
   *
   * @param initialPoolSize how many tracks the catalogue holds
   * @param afterFilteringSize of these, how many pass {@code min_} and {@code max_}
   * @param afterRelinkingSize the same: tracks are not relinked
   * @param href {@code null} for a genre
   */
  record Seed(
      @JsonProperty("initialPoolSize") int initialPoolSize,
      @JsonProperty("afterFilteringSize") int afterFilteringSize,
      @JsonProperty("afterRelinkingSize") int afterRelinkingSize,
      String href,
      String id,
      String type) {}
}
