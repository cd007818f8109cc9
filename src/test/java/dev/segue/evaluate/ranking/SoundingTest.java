package dev.segue.evaluate.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.segue.catalog.Progress;
import dev.segue.catalog.Track;
import dev.segue.evaluate.protocol.Entrant;
import dev.segue.evaluate.ranking.Sounding.Mix;
import dev.segue.index.Indexes;
import dev.segue.index.RandomTracks;
import dev.segue.index.TrackIndex;
import dev.segue.index.lucene.LuceneBackend;
import dev.segue.listener.Mixing;
import dev.segue.vector.FittedSpace;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
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
}
