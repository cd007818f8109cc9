package dev.segue.catalog;

import java.util.List;
import java.util.Objects;

/**
 * One recording, as its catalogue describes it.
 *
 * <p>Values are kept exactly as the file gave them. What a catalogue does not say is {@code null},
 * and only where this says so.
 *
 * @param id the catalogue's id, not blank
 * @param name the title, not blank
 * @param artists at least one name, in the catalogue's order; the first is the main artist
 * @param album the album's title, or {@code null}
 * @param genres distinct, in the catalogue's order; may be empty
 * @param popularity 0 to 100, or {@code null}
 * @param durationMillis playing time in milliseconds, at least 1
 * @param explicit whether the lyrics are explicit, or {@code null}
 * @param year the year of release, or {@code null}
 * @param imageUrl a cover picture, or {@code null}
 * @param audio how it sounds
 */
public record Track(
    String id,
    String name,
    List<String> artists,
    String album,
    List<String> genres,
    Integer popularity,
    int durationMillis,
    Boolean explicit,
    Integer year,
    String imageUrl,
    AudioFeatures audio) {

  /**
   * Checks and copies.
   *
   * @throws IllegalArgumentException naming the column, the value and the limit
   */
  public Track {
    requireText("track_id", id);
    requireText("track_name", name);
    if (artists.isEmpty()) {
      throw new IllegalArgumentException("artists is empty");
    }
    artists = List.copyOf(artists);
    genres = List.copyOf(genres);
    artists.forEach(artist -> requireText("artists", artist));
    genres.forEach(genre -> requireText("genres", genre));
    NumericField.DURATION_MS.check(durationMillis);
    if (popularity != null) {
      NumericField.POPULARITY.check(popularity);
    }
    if (year != null) {
      NumericField.YEAR.check(year);
    }
    Objects.requireNonNull(audio, "audio");
  }

  /** The same track under other genres. */
  public Track withGenres(List<String> newGenres) {
    return new Track(
        id,
        name,
        artists,
        album,
        newGenres,
        popularity,
        durationMillis,
        explicit,
        year,
        imageUrl,
        audio);
  }

  /** Playing time in minutes. */
  public double durationMinutes() {
    return durationMillis / 60_000.0;
  }

  /** The mean of valence and energy, [0, 1]; higher is brighter. */
  public double moodScore() {
    return (audio.valence() + audio.energy()) / 2;
  }

  /** The mean of danceability and energy, [0, 1]; higher is more of a party. */
  public double partyScore() {
    return (audio.danceability() + audio.energy()) / 2;
  }

  private static void requireText(String column, String value) {
    if (value == null || value.isBlank()) {
      throw new IllegalArgumentException(column + " is missing");
    }
  }
}
