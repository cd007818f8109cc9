package dev.segue.catalog;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What the columns of catalogue files mean, and every name under which each is known.
 *
 * <p>Names are compared without regard to case, spaces, underscores and hyphens. Where several
 * columns of a file claim one meaning, the name that stands first here wins, and of equal names the
 * leftmost; {@link #GENRES} alone takes all its columns, in this order.
 *
 * <p>A name is an alias only when it tells the unit: a bare {@code duration} may be seconds.
 */
enum CatalogColumn {
  ID(
      "track_id",
      "spotify_track_id",
      "spotify_id",
      "id",
      "track_uri",
      "spotify_track_uri",
      "spotify_uri",
      "uri"),
  NAME("track_name", "track_title", "song_name", "song_title", "title", "song", "track", "name"),
  ARTISTS(
      "artists",
      "track_artists",
      "artist_names",
      "artists_names",
      "track_artist",
      "artist_name",
      "artist"),
  DURATION_MS(NumericField.DURATION_MS, "track_duration_ms", "duration_millis", "length_ms"),
  DANCEABILITY(NumericField.DANCEABILITY),
  ENERGY(NumericField.ENERGY),
  KEY(NumericField.KEY),
  LOUDNESS(NumericField.LOUDNESS, "loudness_db"),
  MODE(NumericField.MODE),
  SPEECHINESS(NumericField.SPEECHINESS),
  ACOUSTICNESS(NumericField.ACOUSTICNESS),
  INSTRUMENTALNESS(NumericField.INSTRUMENTALNESS),
  LIVENESS(NumericField.LIVENESS),
  VALENCE(NumericField.VALENCE),
  TEMPO(NumericField.TEMPO, "tempo_bpm", "bpm"),
  TIME_SIGNATURE(NumericField.TIME_SIGNATURE),

  ALBUM(false, "album_name", "track_album_name", "album_title", "track_album", "album"),
  GENRES(
      false,
      "track_genres",
      "track_genre",
      "search_genre",
      "genres",
      "genre",
      "playlist_genre",
      "playlist_subgenre",
      "album_genres",
      "artist_genres",
      "artists_genres"),
  POPULARITY(false, NumericField.POPULARITY, "track_popularity", "song_popularity"),
  EXPLICIT(false, "explicit", "is_explicit", "track_explicit"),
  YEAR(
      false,
      "year",
      "release_year",
      "released_year",
      "album_release_year",
      "release_date",
      "track_release_date",
      "album_release_date",
      "track_album_release_date"),
  IMAGE_URL(
      false,
      "image_url",
      "track_image_url",
      "album_image_url",
      "track_image",
      "album_image",
      "album_cover_url",
      "cover_url",
      "artwork_url",
      "image",
      "img_url",
      "img");

  private final boolean needed;
  private final NumericField field;
  private final String label;

  @SuppressWarnings("ImmutableEnumChecker") // unmodifiable
  private final List<String> plainNames;

  CatalogColumn(String... names) {
    this(true, names);
  }

  CatalogColumn(boolean needed, String... names) {
    this(needed, null, List.of(names));
  }

  CatalogColumn(NumericField field, String... others) {
    this(true, field, others);
  }

  CatalogColumn(boolean needed, NumericField field, String... others) {
    this(needed, field, Stream.concat(Stream.of(field.label()), Stream.of(others)).toList());
  }

  CatalogColumn(boolean needed, NumericField field, List<String> names) {
    this.needed = needed;
    this.field = field;
    this.label = names.getFirst();
    this.plainNames = names.stream().map(CatalogColumn::plain).toList();
  }

  /** Whether a file without this column is refused. */
  boolean needed() {
    return needed;
  }

  /** The number in this column; null for text and for {@link #YEAR}, which may be a date. */
  NumericField field() {
    return field;
  }

  /** Its name in reports: the one that the most common set uses. */
  String label() {
    return label;
  }

  /** The rank of a header's name among this column's names, best first, or -1 if it is none. */
  int rank(String header) {
    return plainNames.indexOf(plain(header));
  }

  private static String plain(String header) {
    return header.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s_-]", "");
  }
}
