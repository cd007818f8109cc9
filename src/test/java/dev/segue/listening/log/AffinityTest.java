package dev.segue.listening.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Worked by hand. */
class AffinityTest {
  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

  /**
   * What somebody did: words with, after a {@code /}, the milliseconds or, after a ×, how often.
   */
  static Stream<Arguments> histories() {
    return Stream.of(
        arguments("play", 1, false),
        arguments("play play play", 3, false),
        arguments("play×7", 7, false),
        arguments("play×7 play", 8, false),
        arguments("play/30000", 1, false),
        arguments("play/29999", 0, false),
        arguments("play play/0", 0, false),
        arguments("play play play/29999", 1, false),
        arguments("skip", 0, false),
        arguments("skip/200000", 0, false),
        arguments("play×3 skip", 2, false),
        arguments("skip skip play", 0, false),
        arguments("like", 5, false),
        arguments("like like", 5, false),
        arguments("save", 5, false),
        arguments("save save", 5, false),
        arguments("save like", 10, false),
        arguments("save like play×2 skip", 11, false),
        arguments("like skip skip skip", 2, false),
        arguments("dislike", 0, true),
        arguments("like dislike", 0, true),
        arguments("dislike like", 5, false),
        arguments("play×4 dislike", 4, true),
        arguments("dislike play×4", 4, true),
        arguments("save dislike", 5, true));
  }

  @ParameterizedTest
  @MethodSource("histories")
  void weightsAndDislikes(String history, double weight, boolean disliked) {
    List<Event> events = new ArrayList<>();
    for (String word : history.split(" ", -1)) {
      events.add(event("track", word, events.size()));
    }
    Affinity affinity = Affinities.of(events).ofTracks().get("track");
    assertThat(affinity)
        .isEqualTo(new Affinity(weight, disliked, NOON.plusSeconds(events.size() - 1)));
    assertThat(affinity.positive()).isEqualTo(weight > 0 && !disliked);
  }

  @Test
  void eachTrackStandsWhereItWasLastTouched() {
    Map<String, Affinity> affinities =
        Affinities.of(
                List.of(
                    event("first", "play", 0),
                    event("again", "play", 1),
                    event("disliked", "dislike", 2),
                    event("again", "skip", 3),
                    event("at once", "play", 4),
                    event("at once too", "play", 4)))
            .ofTracks();
    assertThat(affinities.keySet())
        .containsExactly("first", "disliked", "again", "at once", "at once too");
    assertThat(affinities.get("again")).isEqualTo(new Affinity(0, false, NOON.plusSeconds(3)));
    assertThat(Affinities.of(List.of())).isEqualTo(Affinities.NONE);
  }

  private static Event event(String track, String word, int second) {
    String[] played = word.split("/", -1);
    String[] often = played[0].split("×", -1);
    return new Event(
        "event " + second,
        "ann",
        track,
        EventType.valueOf(often[0].toUpperCase(Locale.ROOT)),
        Optional.of(NOON.plusSeconds(second)),
        played.length == 1 ? Optional.empty() : Optional.of(Long.valueOf(played[1])),
        often.length == 1 ? 1 : Integer.parseInt(often[1]),
        Map.of());
  }
}
