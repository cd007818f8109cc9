package dev.segue.evaluate.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.segue.catalog.Progress;
import dev.segue.catalog.Track;
import dev.segue.evaluate.protocol.Entrant;
import dev.segue.evaluate.protocol.Protocol;
import dev.segue.evaluate.protocol.Recorded;
import dev.segue.evaluate.protocol.Split;
import dev.segue.evaluate.ranking.Sounding.Mix;
import dev.segue.index.Indexes;
import dev.segue.index.RandomTracks;
import dev.segue.index.TrackIndex;
import dev.segue.index.lucene.LuceneBackend;
import dev.segue.listener.Mixing;
import dev.segue.listening.Ids;
import dev.segue.listening.Interactions;
import dev.segue.listening.model.ModelSettings;
import dev.segue.listening.model.TasteKind;
import dev.segue.vector.FittedSpace;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SoundingTest {
  /** The first is best in two splits of three, the second in their mean. */
  @Test
  void findsWhatIsBestInTheMeanOfAllSplits(@TempDir Path folder) throws Exception {
    List<Track> tracks = new RandomTracks(1).list(9);
    List<FittedSpace> spaces = Indexes.fit(tracks);
    try (TrackIndex index = Indexes.build(new LuceneBackend(), tracks, spaces, folder)) {
      ItemSounds sounds = ItemSounds.ofArtists(Map.of(), index, spaces.getFirst(), Progress.NONE);
      Mix few = new Mix(sounds, Mixing.DEFAULT.with(.1));
      Mix more = new Mix(sounds, Mixing.DEFAULT.with(.4));
      Entrant.Found found =
          Sounding.found(
              List.of(
                  Map.of(few, .5, more, .4), Map.of(few, .5, more, .4), Map.of(few, .1, more, .6)));
      assertThat(found.settings()).isEqualTo(more.toString());
      assertThat(found.loss()).isCloseTo(-1.4 / 3, within(1e-12));
      assertThat(new Mix(sounds, new Mixing(OptionalDouble.of(.5), Mixing.Fusion.RRF)))
          .hasToString("fusion=rrf,alpha=0.5,space=" + sounds.space());
      assertThat(found.bySplit()).containsExactly(few.toString(), few.toString(), more.toString());
    }
  }

  @Test
  void modelsAreMeasuredAloneWithPopularityAndWithSound(@TempDir Path folder) throws Exception {
    List<Track> tracks = new RandomTracks(1).list(200);
    List<FittedSpace> spaces = Indexes.fit(tracks);
    try (TrackIndex index = Indexes.build(new LuceneBackend(), tracks, spaces, folder)) {
      Map<String, String> names =
          tracks.stream()
              .map(track -> track.artists().getFirst())
              .distinct()
              .collect(Collectors.toMap(name -> name, name -> name));
      ItemSounds sounds = ItemSounds.ofArtists(names, index, spaces.getFirst(), Progress.NONE);
      List<String> items = names.keySet().stream().filter(sounds::has).sorted().toList();
      Random random = new Random(5);
      Interactions.Builder records = new Interactions.Builder(new Ids(), new Ids());
      for (int user = 0; user < 40; user++) {
        for (String item : items) {
          if (random.nextInt(3) == 0) {
            records.add("u" + user, item, 1, Interactions.UNKNOWN_TIME);
          }
        }
      }
      Recorded data = new Recorded(records.build(), UnaryOperator.identity());
      Protocol folds = Protocol.parse("k-fold:2");
      Mixing ranks = new Mixing(OptionalDouble.of(.2), Mixing.Fusion.RRF);

      RankingReport linear = measured(data, new Sounding(List.of(sounds), Mixing.DEFAULT, none()));
      assertThat(linear.models())
          .extracting(RankingReport.OfModel::model)
          .containsExactly("sound", "ease", "ease + popularity", "ease hybrid");
      RankingReport byRanks = measured(data, new Sounding(List.of(sounds), ranks, none()));
      assertThat(byRanks.models())
          .extracting(RankingReport.OfModel::model)
          .containsExactly(
              "sound",
              "ease",
              "ease + popularity (fusion=rrf)",
              "ease hybrid (fusion=rrf,alpha=0.2,space=%s)".formatted(sounds.space()));
      for (int row = 0; row < 4; row++) {
        boolean isMixed = row > 1;
        assertThat(byRanks.models().get(row).measures().equals(linear.models().get(row).measures()))
            .isEqualTo(!isMixed);
      }
      RankingReport tuned =
          measured(data, new Sounding(List.of(sounds), ranks, Optional.of(folds)));
      RankingReport.OfModel hybrid = tuned.models().getLast();
      assertThat(hybrid.model()).isEqualTo("ease hybrid (tuned)");
      assertThat(hybrid.tuned().settings()).startsWith("fusion=rrf,");
      assertThat(hybrid.tuned().bySplit()).hasSize(2);
    }
  }

  private static Optional<Protocol> none() {
    return Optional.empty();
  }

  private static RankingReport measured(Recorded data, Sounding sounding) throws Exception {
    List<Split> splits = Protocol.parse("k-fold:2").splits(data, new Random(1));
    return new RankingEvaluation("some", splits, 5, 1, Optional.of(sounding))
        .run(
            List.of(Entrant.of(ModelSettings.parse("ease", TasteKind.values()), 2)), Progress.NONE);
  }
}
