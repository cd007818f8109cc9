package dev.segue.playlist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.segue.catalog.Track;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How one track follows another. */
class TransitionTest {
  @Test
  void tempoStepsAreTakenButForOctaves() {
    assertThat(between(120, 120).tempoStep()).isZero();
    assertThat(between(70, 140).tempoStep()).isCloseTo(0, within(1e-12));
    assertThat(between(100, 106).tempoStep()).isCloseTo(.0841, within(1e-4));
    assertThat(between(106, 100).tempoStep()).isCloseTo(.0841, within(1e-4));
    assertThat(between(100, 141.4213562).tempoStep())
        .as("as far as it gets")
        .isCloseTo(.5, within(1e-6));
    assertThat(between(0, 120).tempoStep()).as("not detected").isNaN();
  }

  @Test
  void costsRiseFromNothingToOne() {
    assertThat(between(120, 120).cost()).isZero();
    assertThat(between(100, 141).cost()).as("the same key, a tempo far off").isEqualTo(.5);
    assertThat(Transition.between(track(0, 100), track(6, 141)).cost()).isEqualTo(1);
    assertThat(Transition.between(track(-1, 100), track(6, 0)).cost()).as("unknown").isEqualTo(.5);
    assertThat(Transition.between(track(-1, 100), track(6, 100)).inCompatibleKeys()).isFalse();
    assertThat(Transition.between(track(0, 100), track(7, 100)).inCompatibleKeys()).isTrue();
  }

  private static Transition between(double tempo, double other) {
    return Transition.between(track(0, tempo), track(0, other));
  }

  private static Track track(int key, double tempo) {
    return new Track(
        "id",
        "name",
        List.of("artist"),
        null,
        List.of(),
        null,
        1,
        null,
        null,
        null,
        CamelotKeyTest.audio(key, 1, tempo));
  }
}
