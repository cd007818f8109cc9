package dev.segue.http.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.segue.catalog.AudioFeatures;
import dev.segue.catalog.PopularityCategory;
import dev.segue.catalog.Track;
import java.util.List;

/** A track as the API shows it. */
public record TrackJson(
    String id,
    String name,
    List<String> artists,
    String album,
    List<String> genres,
    Integer popularity,
    String popularityCategory,
    int durationMs,
    double durationMin,
    Boolean explicit,
    Integer year,
    double moodScore,
    double partyScore,
    @JsonInclude(JsonInclude.Include.NON_NULL) String imageUrl,
    AudioFeatures audio) {

  static TrackJson of(Track track) {
    return new TrackJson(
        track.id(),
        track.name(),
        track.artists(),
        track.album(),
        track.genres(),
        track.popularity(),
        track.popularity() == null ? null : PopularityCategory.of(track.popularity()).label(),
        track.durationMillis(),
        Decimals.round(track.durationMinutes(), 3),
        track.explicit(),
        track.year(),
        Decimals.round(track.moodScore(), 6),
        Decimals.round(track.partyScore(), 6),
        track.imageUrl(),
        track.audio());
  }
}
