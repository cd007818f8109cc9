package dev.segue.playlist;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.catalog.AudioFeatures;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The wheel as it is printed. */
class CamelotKeyTest {
  @ParameterizedTest
  @CsvSource({
    "0, 8B, 5A", "1, 3B, 12A", "2, 10B, 7A", "3, 5B, 2A", "4, 12B, 9A", "5, 7B, 4A",
    "6, 2B, 11A", "7, 9B, 6A", "8, 4B, 1A", "9, 11B, 8A", "10, 6B, 3A", "11, 1B, 10A"
  })
  void everyPitchClass(int pitchClass, String major, String minor) {
    assertThat(key(pitchClass, 1).label()).isEqualTo(major);
    assertThat(key(pitchClass, 0).label()).isEqualTo(minor);
  }

  @Test
  void aKeyThatWasNotDetectedIsNone() {
    assertThat(CamelotKey.of(audio(-1, 1, 100))).isEmpty();
  }

  @Test
  void whatGoesTogetherIsOneStepAway() {
    CamelotKey cMajor = key(0, 1);
    assertThat(cMajor.distance(cMajor)).isZero();
    assertThat(cMajor.distance(key(9, 0))).as("its relative minor").isEqualTo(1);
    assertThat(cMajor.distance(key(7, 1))).as("a fifth up").isEqualTo(1);
    assertThat(cMajor.distance(key(5, 1))).as("a fifth down").isEqualTo(1);
    assertThat(cMajor.distance(key(6, 1))).as("the tritone").isEqualTo(6);
    assertThat(key(11, 1).distance(key(4, 1))).as("1B and 12B").isEqualTo(1);
    List<CamelotKey> all = new ArrayList<>();
    for (int pitchClass = 0; pitchClass < 12; pitchClass++) {
      all.add(key(pitchClass, 0));
      all.add(key(pitchClass, 1));
    }
    for (CamelotKey one : all) {
      assertThat(all.stream().filter(other -> one.distance(other) <= CamelotKey.COMPATIBLE))
          .hasSize(4);
      for (CamelotKey other : all) {
        assertThat(one.distance(other)).isEqualTo(other.distance(one)).isBetween(0, 7);
      }
    }
  }

  private static CamelotKey key(int pitchClass, int mode) {
    return CamelotKey.of(audio(pitchClass, mode, 100)).orElseThrow();
  }

  static AudioFeatures audio(int key, int mode, double tempo) {
    return new AudioFeatures(.5, .5, key, -8, mode, .1, .1, .1, .1, .5, tempo, 4);
  }
}
