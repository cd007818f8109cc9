package dev.segue.listener;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.segue.catalog.NumericField;
import dev.segue.index.TrackIndex;
import dev.segue.listener.SmallCatalogue.Story;
import dev.segue.listening.log.EventType;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HabitsTest {
  /** So many plays tell something. */
  private static final int ENOUGH = 20;

  private static final Map<String, String> CALM = Map.of("mood", "calm");

  private TrackIndex index;

  @BeforeAll
  void build(@TempDir Path folder) throws Exception {
    index = SmallCatalogue.index(folder);
  }

  @AfterAll
  void close() throws Exception {
    index.close();
  }

  /** So many different tracks, from one on. */
  private static String[] tracks(int from, int count) {
    return IntStream.range(from, from + count).mapToObj(i -> "t" + i).toArray(String[]::new);
  }

  private Map<NumericField, Double> habits(Story story) throws Exception {
    return Habits.of(story.events, CALM, index);
  }

  @Test
  void ofWhatDiffersTheMeanInThatContext() throws Exception {
    Story story =
        new Story()
            .does(EventType.PLAY, Map.of("mood", "calm", "device", "phone"), tracks(0, ENOUGH))
            .does(EventType.PLAY, Map.of("mood", "party"), tracks(20, ENOUGH / 2))
            .does(EventType.PLAY, tracks(20, ENOUGH / 2));
    Map<NumericField, Double> learned = habits(story);
    assertThat(learned)
        .as("all else is the same, or unknown")
        .containsOnlyKeys(NumericField.ENERGY);
    assertThat(learned.get(NumericField.ENERGY)).isCloseTo(.295, within(1e-6));
  }

  /** Of both keys: in the morning alone is elsewhere. */
  @Test
  void aContextIsAllThatItSays() throws Exception {
    Map<String, String> both = Map.of("mood", "calm", "time_of_day", "morning");
    Story story =
        new Story()
            .does(EventType.PLAY, both, tracks(0, ENOUGH))
            .does(EventType.PLAY, Map.of("time_of_day", "morning"), tracks(20, ENOUGH));
    assertThat(Habits.of(story.events, both, index)).containsOnlyKeys(NumericField.ENERGY);
    assertThat(Habits.of(story.events, Map.of("time_of_day", "morning"), index))
        .as("there is no elsewhere")
        .isEmpty();
  }

  @Test
  void nineteenPlaysAreNoHabit() throws Exception {
    Story here = new Story().does(EventType.PLAY, tracks(20, ENOUGH));
    here.does(EventType.PLAY, CALM, tracks(0, ENOUGH - 1));
    assertThat(habits(here)).isEmpty();
    here.does(EventType.SKIP, CALM, "t19").does(EventType.LIKE, CALM, "t19");
    assertThat(habits(here)).as("only plays count").isEmpty();
    here.does(EventType.PLAY, CALM, "gone");
    assertThat(habits(here)).as("only of tracks of the index").isEmpty();
    here.does(EventType.PLAY, CALM, "t0");
    assertThat(habits(here)).as("the same track again counts").isNotEmpty();

    Story elsewhere = new Story().does(EventType.PLAY, CALM, tracks(0, ENOUGH));
    elsewhere.does(EventType.PLAY, tracks(20, ENOUGH - 1));
    assertThat(habits(elsewhere)).isEmpty();
    elsewhere.does(EventType.PLAY, "t39");
    assertThat(habits(elsewhere)).isNotEmpty();
  }

  /** Welch's, as computed here from the two samples: just below three, and just above. */
  @Test
  void meansDifferByThreeStandardErrors() throws Exception {
    int least = 0;
    while (errors(least) <= 3) {
      least++;
    }
    assertThat(errors(least - 1)).as("a step below is near").isBetween(2.0, 3.0);
    assertThat(habits(mixed(least - 1))).isEmpty();
    assertThat(habits(mixed(least))).containsOnlyKeys(NumericField.ENERGY);
  }

  /** Elsewhere they play the same but for some, in whose place they play tracks of high energy. */
  private static Story mixed(int high) {
    return new Story()
        .does(EventType.PLAY, CALM, tracks(0, ENOUGH))
        .does(EventType.PLAY, tracks(high, ENOUGH));
  }

  /** By how many standard errors the energies differ. */
  private static double errors(int high) {
    double[] here = IntStream.range(0, ENOUGH).mapToDouble(SmallCatalogue::energy).toArray();
    double[] there =
        IntStream.range(high, high + ENOUGH).mapToDouble(SmallCatalogue::energy).toArray();
    double difference = Math.abs(mean(here) - mean(there));
    return difference / Math.sqrt((variance(here) + variance(there)) / ENOUGH);
  }

  private static double mean(double[] values) {
    return DoubleStream.of(values).average().orElseThrow();
  }

  private static double variance(double[] values) {
    double mean = mean(values);
    return DoubleStream.of(values).map(x -> (x - mean) * (x - mean)).sum() / (values.length - 1);
  }

  @Test
  void noDifferenceIsNoTarget() throws Exception {
    Story story =
        new Story()
            .does(EventType.PLAY, CALM, tracks(0, ENOUGH))
            .does(EventType.PLAY, tracks(0, ENOUGH));
    assertThat(habits(story)).isEmpty();
  }
}
