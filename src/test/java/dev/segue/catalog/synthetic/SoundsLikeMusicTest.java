package dev.segue.catalog.synthetic;

import static dev.segue.catalog.NumericField.ACOUSTICNESS;
import static dev.segue.catalog.NumericField.DANCEABILITY;
import static dev.segue.catalog.NumericField.ENERGY;
import static dev.segue.catalog.NumericField.LOUDNESS;
import static dev.segue.catalog.NumericField.VALENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.segue.catalog.NumericField;
import dev.segue.catalog.Track;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The numbers: their ranges, shapes and relations. */
class SoundsLikeMusicTest {
  private static final List<Track> TRACKS = new SyntheticCatalog(60_000, 11).tracks().toList();

  @Test
  void popularityIsSkewed() {
    assertThat(share(t -> t.popularity() == 0)).isBetween(0.12, 0.25);
    assertThat(share(t -> t.popularity() < 50)).isBetween(0.75, 0.92);
    assertThat(share(t -> t.popularity() >= 75)).isBetween(0.005, 0.03);
    assertThat(share(t -> t.popularity() > 80)).isBetween(0.001, 0.015);
  }

  @Test
  void fewArtistsMakeMuchOfTheMusic() {
    Map<String, Long> tracksOf =
        TRACKS.stream()
            .collect(Collectors.groupingBy(t -> t.artists().getFirst(), Collectors.counting()));
    List<Long> sorted = tracksOf.values().stream().sorted((a, b) -> Long.compare(b, a)).toList();
    long ofTopTenth = sorted.stream().limit(sorted.size() / 10).mapToLong(Long::longValue).sum();
    assertThat((double) ofTopTenth / TRACKS.size()).isBetween(0.3, 0.7);
    assertThat(sorted.get(sorted.size() / 2)).isLessThanOrEqualTo(4);
  }

  @Test
  void valuesStayInTheirUsualRanges() {
    assertThat(TRACKS).allMatch(t -> t.year() >= 1955 && t.year() <= 2024);
    assertThat(TRACKS).allMatch(t -> t.audio().loudness() >= -50 && t.audio().loudness() <= 2);
    assertThat(TRACKS).allMatch(t -> t.audio().tempo() == 0 || t.audio().tempo() >= 38);
    assertThat(share(t -> t.audio().tempo() == 0)).isBetween(0.0002, 0.004);
    assertThat(share(t -> t.audio().timeSignature() == 4)).isBetween(0.85, 0.96);
    assertThat(share(t -> t.audio().timeSignature() == 3)).isBetween(0.03, 0.12);
    assertThat(share(t -> t.audio().mode() == 1)).isBetween(0.55, 0.72);
    assertThat(share(t -> t.explicit())).isBetween(0.04, 0.2);
    assertThat(share(t -> t.audio().instrumentalness() == 0)).isBetween(0.2, 0.5);
    assertThat(TRACKS.stream().map(t -> t.audio().key()).distinct().count()).isEqualTo(12);
  }

  @Test
  void numbersAreRoundedAsPublishedOnesAre() {
    for (Track track : TRACKS.subList(0, 5_000)) {
      assertThat(decimals(track.audio().loudness())).isLessThanOrEqualTo(3);
      assertThat(decimals(track.audio().tempo())).isLessThanOrEqualTo(3);
      for (NumericField field : List.of(DANCEABILITY, NumericField.INSTRUMENTALNESS)) {
        assertThat(BigDecimal.valueOf(field.of(track)).stripTrailingZeros().precision())
            .isLessThanOrEqualTo(3);
      }
    }
  }

  @Test
  void featuresGoTogetherAsInMusic() {
    assertThat(correlation(ENERGY, LOUDNESS)).isGreaterThan(0.6);
    assertThat(correlation(ENERGY, ACOUSTICNESS)).isLessThan(-0.55);
    assertThat(correlation(LOUDNESS, ACOUSTICNESS)).isLessThan(-0.4);
    assertThat(correlation(DANCEABILITY, VALENCE)).isGreaterThan(0.3);
    assertThat(correlation(LOUDNESS, NumericField.INSTRUMENTALNESS)).isLessThan(-0.25);
    assertThat(correlation(ENERGY, NumericField.LIVENESS)).isGreaterThan(0.1);
    assertThat(correlation(NumericField.KEY, ENERGY)).isCloseTo(0, within(0.05));
  }

  /** The nearest centroid names the genre far more often than the 1 in 50 of guessing. */
  @Test
  void genresSoundDifferent() {
    Centroids centroids = Centroids.of(TRACKS.subList(0, TRACKS.size() / 2));
    List<Track> unseen = TRACKS.subList(TRACKS.size() / 2, TRACKS.size());
    long right =
        unseen.stream()
            .filter(track -> centroids.nearest(track).equals(track.genres().getFirst()))
            .count();
    assertThat((double) right / unseen.size()).isGreaterThan(0.14);
  }

  @Test
  void songsOfOneAlbumResembleEachOther() {
    double inAlbum = 0;
    double anywhere = 0;
    int pairs = 0;
    Centroids scale = Centroids.of(TRACKS);
    for (int i = 1; i < 20_000; i++) {
      Track track = TRACKS.get(i);
      Track before = TRACKS.get(i - 1);
      if (track.album().equals(before.album()) && track.artists().equals(before.artists())) {
        inAlbum += scale.distance(track, before);
        anywhere += scale.distance(track, TRACKS.get(i * 7919 % TRACKS.size()));
        pairs++;
      }
    }
    assertThat(pairs).isGreaterThan(1_000);
    assertThat(inAlbum / pairs).isLessThan(0.75 * anywhere / pairs);
  }

  private static double share(Predicate<Track> condition) {
    return (double) TRACKS.stream().filter(condition).count() / TRACKS.size();
  }

  private static int decimals(double number) {
    return BigDecimal.valueOf(number).stripTrailingZeros().scale();
  }

  private static double correlation(NumericField one, NumericField other) {
    double meanOne = mean(one);
    double meanOther = mean(other);
    double together = 0;
    double ones = 0;
    double others = 0;
    for (Track track : TRACKS) {
      double a = one.of(track) - meanOne;
      double b = other.of(track) - meanOther;
      together += a * b;
      ones += a * a;
      others += b * b;
    }
    return together / Math.sqrt(ones * others);
  }

  private static double mean(NumericField field) {
    return TRACKS.stream().mapToDouble(field::of).average().orElseThrow();
  }
}
