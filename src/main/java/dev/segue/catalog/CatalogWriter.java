package dev.segue.catalog;

import java.io.Closeable;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * Writes tracks as a catalogue CSV that the reader gives back unchanged.
 *
 * <p>The columns are those of the 114k set, and {@code year}. Artists are joined by {@code ;}. A
 * track of several genres is several consecutive rows, one a genre; a track of none is one row with
 * an empty cell, and so is every other value that the catalogue does not say. Numbers are plain
 * decimals, never in scientific notation; lines end in {@code \n}.
 *
 * <p>What these columns cannot hold is refused rather than lost. Not for several threads at once.
 */
public final class CatalogWriter implements Closeable {
  private static final String ARTIST_SEPARATOR = ";";

  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180
          .builder()
          .setHeader(
              "track_id",
              "artists",
              "album_name",
              "track_name",
              "popularity",
              "duration_ms",
              "explicit",
              "danceability",
              "energy",
              "key",
              "loudness",
              "mode",
              "speechiness",
              "acousticness",
              "instrumentalness",
              "liveness",
              "valence",
              "tempo",
              "time_signature",
              "track_genre",
              "year")
          .setRecordSeparator('\n')
          .get();

  private final CSVPrinter printer;

  /** Begins a catalogue with its header; {@link #close} closes {@code out} where it can be. */
  public CatalogWriter(Appendable out) throws IOException {
    printer = new CSVPrinter(out, FORMAT);
  }

  /**
   * Adds a track.
   *
   * @throws IllegalArgumentException when an artist's name holds a {@code ;}, the album is blank,
   *     or the track has a picture: a catalogue CSV cannot say these
   */
  public void write(Track track) throws IOException {
    requireWritable(track);
    List<String> genres = track.genres().isEmpty() ? List.of("") : track.genres();
    for (String genre : genres) {
      writeRow(track, genre);
    }
  }

  @Override
  public void close() throws IOException {
    printer.close();
  }

  private void writeRow(Track track, String genre) throws IOException {
    AudioFeatures audio = track.audio();
    printer.printRecord(
        track.id(),
        String.join(ARTIST_SEPARATOR, track.artists()),
        track.album(),
        track.name(),
        track.popularity(),
        track.durationMillis(),
        capitalised(track.explicit()),
        plain(audio.danceability()),
        plain(audio.energy()),
        audio.key(),
        plain(audio.loudness()),
        audio.mode(),
        plain(audio.speechiness()),
        plain(audio.acousticness()),
        plain(audio.instrumentalness()),
        plain(audio.liveness()),
        plain(audio.valence()),
        plain(audio.tempo()),
        audio.timeSignature(),
        genre,
        track.year());
  }

  private static void requireWritable(Track track) {
    for (String artist : track.artists()) {
      if (artist.contains(ARTIST_SEPARATOR)) {
        throw new IllegalArgumentException(
            "artists of %s holds '%s', allowed are names without '%s', which joins them"
                .formatted(track.id(), artist, ARTIST_SEPARATOR));
      }
    }
    if (track.album() != null && track.album().isBlank()) {
      throw new IllegalArgumentException(
          "album_name of %s is blank, allowed is a title or null".formatted(track.id()));
    }
    if (track.imageUrl() != null) {
      throw new IllegalArgumentException(
          "image_url of %s is %s, a catalogue CSV has no such column"
              .formatted(track.id(), track.imageUrl()));
    }
  }

  /** Spelt as the 114k set does. */
  private static String capitalised(Boolean explicit) {
    if (explicit == null) {
      return null;
    }
    return explicit ? "True" : "False";
  }

  private static String plain(double number) {
    String shortest = Double.toString(number);
    return shortest.indexOf('E') < 0 ? shortest : new BigDecimal(shortest).toPlainString();
  }
}
