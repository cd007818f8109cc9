package dev.segue.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Any table of tracks that is written as CSV, however it is quoted, is read back equal. */
class RoundTripTest {
  private static final List<String> COLUMNS =
      Stream.concat(
              Stream.of(
                  "track_id",
                  "track_name",
                  "artists",
                  "album_name",
                  "genres",
                  "popularity",
                  "duration_ms",
                  "explicit",
                  "year",
                  "image_url"),
              NumericField.AUDIO.stream().map(NumericField::label))
          .toList();

  @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
  void tablesAreReadBack(@ForAll("tables") List<Track> tracks, @ForAll long seed)
      throws IOException {
    Path file = Files.createTempFile("round-trip", ".csv");
    try {
      Files.writeString(file, csv(tracks, new Random(seed)));
      Reading reading = Reading.of(new ReadOptions(true, false, 0), file.toString());
      assertThat(reading.tracks()).isEqualTo(tracks);
      assertThat(reading.surveyed()).isEqualTo(tracks);
    } finally {
      Files.delete(file);
    }
  }

  @Provide
  Arbitrary<List<Track>> tables() {
    Arbitrary<String> awkward =
        Arbitraries.of(
                ",", "\"", "\"\"", "\n", "\r\n", "\r", "\\", "'", "#", "\t", " ", "\0", "None")
            .list()
            .ofMinSize(1)
            .ofMaxSize(4)
            .map(parts -> String.join("x", parts));
    Arbitrary<String> text =
        Arbitraries.oneOf(
                awkward, Arbitraries.strings().ofMaxLength(12), Arbitraries.of("NaN", "日本", "é😀"))
            .filter(any -> !any.isBlank() && isUnicode(any));
    Arbitrary<String> entry =
        text.map(any -> any.replaceAll("[;\\[]", "").strip()).filter(any -> !any.isEmpty());
    Arbitrary<List<String>> entries = entry.list().ofMinSize(1).ofMaxSize(4);
    Arbitrary<List<String>> genres = entry.list().ofMaxSize(3).uniqueElements();
    Arbitrary<Integer> popularity = Arbitraries.integers().between(0, 100).injectNull(0.2);
    Arbitrary<Integer> duration = Arbitraries.integers().between(1, 86_400_000);
    Arbitrary<Boolean> explicit = Arbitraries.of(true, false).injectNull(0.2);
    Arbitrary<Integer> year = Arbitraries.integers().between(1000, 2999).injectNull(0.2);
    Arbitrary<Track> track =
        Combinators.combine(
                entry, text, entries, text.injectNull(0.2), genres, popularity, duration)
            .flatAs(
                (id, name, artists, album, genre, liked, millis) ->
                    Combinators.combine(explicit, year, text.injectNull(0.5), audio())
                        .as(
                            (isExplicit, released, image, features) ->
                                new Track(
                                    id,
                                    name,
                                    artists,
                                    album,
                                    genre,
                                    liked,
                                    millis,
                                    isExplicit,
                                    released,
                                    image,
                                    features)));
    return track.list().ofMinSize(1).ofMaxSize(5);
  }

  private static Arbitrary<AudioFeatures> audio() {
    Arbitrary<Double> share = Arbitraries.doubles().between(0, 1).ofScale(17);
    return Combinators.combine(share.list().ofSize(9), Arbitraries.integers().between(0, 7))
        .as(
            (shares, small) ->
                new AudioFeatures(
                    shares.get(0),
                    shares.get(1),
                    small - 1,
                    shares.get(2) * 80 - 60,
                    small % 2,
                    shares.get(3),
                    shares.get(4),
                    shares.get(5),
                    shares.get(6),
                    shares.get(7),
                    shares.get(8) * 500,
                    small));
  }

  private static boolean isUnicode(String text) {
    return text.codePoints()
        .noneMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
  }

  private static String csv(List<Track> tracks, Random random) {
    String lineEnd = random.nextBoolean() ? "\n" : "\r\n";
    List<Integer> order = new ArrayList<>(IntStream.range(0, COLUMNS.size()).boxed().toList());
    Collections.shuffle(order, random);
    List<List<String>> table = new ArrayList<>(List.of(COLUMNS));
    tracks.forEach(track -> table.add(cells(track)));
    return (random.nextBoolean() ? "\uFEFF" : "")
        + table.stream()
            .map(
                row ->
                    order.stream()
                        .map(column -> quoted(row.get(column), random))
                        .collect(Collectors.joining(",")))
            .collect(Collectors.joining(lineEnd))
        + (random.nextBoolean() ? lineEnd : "");
  }

  private static List<String> cells(Track track) {
    AudioFeatures audio = track.audio();
    Stream<String> features =
        DoubleStream.of(
                audio.danceability(),
                audio.energy(),
                audio.key(),
                audio.loudness(),
                audio.mode(),
                audio.speechiness(),
                audio.acousticness(),
                audio.instrumentalness(),
                audio.liveness(),
                audio.valence(),
                audio.tempo(),
                audio.timeSignature())
            .mapToObj(String::valueOf);
    return Stream.concat(
            Stream.of(
                track.id(),
                track.name(),
                String.join(";", track.artists()),
                orBlank(track.album()),
                String.join(";", track.genres()),
                orBlank(track.popularity()),
                orBlank(track.durationMillis()),
                orBlank(track.explicit()),
                orBlank(track.year()),
                orBlank(track.imageUrl())),
            features)
        .toList();
  }

  private static String orBlank(Object value) {
    return value == null ? "" : value.toString();
  }

  private static String quoted(String cell, Random random) {
    boolean mustQuote = cell.matches("(?s).*[,\"\r\n].*");
    return mustQuote || random.nextBoolean() ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
  }
}
