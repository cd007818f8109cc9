package dev.segue.catalog.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PhrasebookTest {
  private static final List<String> TOPICS =
      List.of(
          "artist",
          "title",
          "album",
          "style",
          "emoji",
          "live",
          "live album",
          "acoustic",
          "remix",
          "remaster",
          "remaster album",
          "guest",
          "best");

  @Test
  void fillsInPhrases() {
    Phrasebook book =
        Phrasebook.parse(
            """
            # a comment
            artist:
              The {colour} {things}
            colour:
              Teal
            things:
              Kites
            """
                .lines()
                .toList(),
            null);
    assertThat(book.say("artist", Dice.of(1))).isEqualTo("The Teal Kites");
    assertThatThrownBy(() -> book.say("weather", Dice.of(1))).hasMessageContaining("'weather'");
  }

  @Test
  void weightsCount() {
    Phrasebook book = Phrasebook.parse(List.of("coin:", "  3x heads | tails"), null);
    Dice dice = Dice.of(2);
    int heads = 0;
    for (int i = 0; i < 10_000; i++) {
      heads += book.say("coin", dice).equals("heads") ? 1 : 0;
    }
    assertThat(heads / 10_000.0).isCloseTo(0.75, within(0.02));
  }

  @Test
  void asksItsParentWhatItLacks() {
    Phrasebook parent = Phrasebook.parse(List.of("a:", "  one {b}", "b:", "  two"), null);
    Phrasebook child = Phrasebook.parse(List.of("b:", "  zwei"), parent);
    assertThat(child.say("a", Dice.of(3))).isEqualTo("one zwei");
  }

  /** Whatever is said: no topic is missing, no brace is left over, no space is doubled. */
  @ParameterizedTest
  @MethodSource("voices")
  void everyVoiceIsComplete(String name) {
    Phrasebook voice = Voices.load(List.of(name)).named(name);
    Dice dice = Dice.of(4);
    for (String topic : TOPICS) {
      for (int i = 0; i < 3_000; i++) {
        String said = voice.say(topic, dice);
        assertThat(said)
            .as("%s says %s", name, topic)
            .isNotBlank()
            .isEqualTo(said.strip())
            .doesNotContain("{", "}", "|", ";", "  ");
      }
    }
  }

  static Iterable<String> voices() {
    return Genres.load().voices();
  }
}
