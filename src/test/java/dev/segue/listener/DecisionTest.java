package dev.segue.listener;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.listener.Listener.Liked;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an answer goes by, by what is wanted and what is known. */
class DecisionTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          HYBRID | 0 |              | POPULARITY | Nothing is known yet that you like, so this is what many like.
          TASTE  | 0 |              | POPULARITY | Nothing is known yet that you like, so this is what many like.
          HYBRID | 1 |              | POPULARITY | The one song that you like has no sound, and the model of taste does not know it, so this is what many like.
          SOUND  | 3 |              | POPULARITY | None of the 3 songs that you like has a sound, and the model of taste knows none of them, so this is what many like.
          HYBRID | 1 | taste, sound | HYBRID     | By the one song that you like: what others play who like it, and what sounds like it.
          HYBRID | 3 | taste, sound | HYBRID     | By the 3 songs that you like: what others play who like them, and what sounds like them.
          HYBRID | 3 | taste        | TASTE      | By what others play who like the 3 songs that you like.
          HYBRID | 3 | sound        | SOUND      | By the sound of the 3 songs that you like; the model of taste knows none of them.
          TASTE  | 1 | taste, sound | TASTE      | By what others play who like the one song that you like.
          TASTE  | 1 | sound        | SOUND      | By the sound of the one song that you like; the model of taste does not know it.
          SOUND  | 1 | taste, sound | SOUND      | By the sound of the one song that you like.
          SOUND  | 3 | taste        | TASTE      | None of the 3 songs that you like has a sound; by what others play who like the same.
          """)
  void goesByWhatIsKnown(
      Strategy wanted, int likings, String knownBy, Strategy strategy, String why) {
    String known = knownBy == null ? "" : knownBy;
    assertThat(
            Decision.of(
                wanted,
                IntStream.range(0, likings).mapToObj(each -> new Liked(each, 1)).toList(),
                known.contains("taste"),
                known.contains("sound"),
                Optional.empty()))
        .isEqualTo(new Decision(strategy, why));
  }

  @ParameterizedTest
  @CsvSource({"HYBRID, true", "TASTE, true", "HYBRID, false"})
  void saysWhyThereIsNoTaste(Strategy wanted, boolean sounding) {
    Decision decision =
        Decision.of(
            wanted,
            IntStream.range(0, 2).mapToObj(each -> new Liked(each, 1)).toList(),
            false,
            sounding,
            Optional.of("no model was trained"));
    assertThat(decision.strategy()).isEqualTo(sounding ? Strategy.SOUND : Strategy.POPULARITY);
    assertThat(decision.why()).contains("no model was trained");
  }
}
