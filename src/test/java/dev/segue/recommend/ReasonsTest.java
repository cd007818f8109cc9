package dev.segue.recommend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.catalog.AudioFeatures;
import dev.segue.catalog.NumericField;
import dev.segue.catalog.Track;
import dev.segue.query.TrackFilter;
import dev.segue.recommend.Candidates.Candidate;
import dev.segue.recommend.Selection.Pick;
import dev.segue.vector.FeatureValues;
import dev.segue.vector.Metric;
import dev.segue.vector.Spreads;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReasonsTest {
  private static final Map<NumericField, Double> NO_TARGETS = Map.of();
  private final Spreads spreads = spreads();

  @Test
  void wordsNameTheSeedAndWhatAgreesLeastByChance() {
    Track seed = track("Seed", "Singer", .92, 126, .95, 3, "folk", "pop");
    Track track = track("Answer", "Singer", .91, 124, .1, 5, "pop");
    assertThat(texts(seed, track, NO_TARGETS, true))
        .containsExactly(
            "like Seed – Singer",
            "also by Singer",
            "both acoustic",
            "nearly the same tempo, 124 bpm and 126 bpm",
            "also pop",
            "for variety");
  }

  @Test
  void whatIsHardlyThereIsNoReason() {
    Track seed = track("Seed", "Singer", .01, 60, .5, 3, "folk");
    Track track = track("Answer", "Other", .01, 190, .9, 8, "pop");
    assertThat(texts(seed, track, NO_TARGETS, false)).containsExactly("like Seed – Singer");
  }

  @Test
  void aTempoThatWasNotDetectedIsNoReason() {
    Track seed = track("Seed", "Singer", .01, 0, .5, 3, "folk");
    Track track = track("Answer", "Other", .01, 0, .9, 8, "pop");
    assertThat(texts(seed, track, NO_TARGETS, false)).containsExactly("like Seed – Singer");
  }

  @Test
  void aTargetThatIsMetIsSaid() {
    Track seed = track("Seed", "Singer", .5, 60, .5, 3, "folk");
    Track track = track("Answer", "Other", .1, 121, .9, 8, "pop");
    assertThat(
            texts(seed, track, Map.of(NumericField.TEMPO, 120.0, NumericField.VALENCE, .2), false))
        .contains("tempo 121 bpm, as asked for (120 bpm)")
        .noneMatch(text -> text.contains("valence"));
  }

  private List<String> texts(
      Track seed, Track track, Map<NumericField, Double> wanted, boolean varied) {
    PlacedSeed placed =
        new PlacedSeed(
            new Seed.OfTrack(seed.id(), 1),
            seed.name() + " – " + seed.artists().getFirst(),
            List.of(0),
            new float[] {0},
            FeatureValues.of(seed),
            TrackFilter.keys(seed.artists()),
            Set.copyOf(seed.genres()));
    Targets targets = new Targets(wanted, spreads);
    Pick pick =
        new Pick(new Candidate(1, new float[] {1}, .5), track, .5, List.of(), varied, false);
    return new Reasons(List.of(placed), targets, Metric.EUCLIDEAN, spreads)
        .of(pick, true).stream().map(Reason::text).toList();
  }

  /** Of tracks whose numbers are spread evenly. */
  private static Spreads spreads() {
    Spreads.Fitter fitter = new Spreads.Fitter();
    Random random = new Random(3);
    for (int i = 0; i < 2_000; i++) {
      fitter.add(
          track(
              "Track",
              "Artist",
              random.nextDouble(),
              60 + 140 * random.nextDouble(),
              random.nextDouble(),
              1 + random.nextInt(9),
              "any"));
    }
    return fitter.fit();
  }

  private static Track track(
      String name,
      String artist,
      double acousticness,
      double tempo,
      double valence,
      int minutes,
      String... genres) {
    return new Track(
        "id-" + name,
        name,
        List.of(artist),
        null,
        List.of(genres),
        null,
        60_000 * minutes,
        null,
        null,
        null,
        new AudioFeatures(.5, .5, 1, -8, 1, .1, acousticness, 0, .1, valence, tempo, 4));
  }
}
