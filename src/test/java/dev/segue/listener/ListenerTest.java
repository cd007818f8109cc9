package dev.segue.listener;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.segue.index.TrackIndex;
import dev.segue.listener.Listener.Liked;
import dev.segue.listener.SmallCatalogue.Story;
import dev.segue.listening.log.Affinities;
import dev.segue.listening.log.EventType;
import dev.segue.query.RequestException;
import dev.segue.query.RequestException.Code;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ListenerTest {
  private TrackIndex index;

  @BeforeAll
  void build(@TempDir Path folder) throws Exception {
    index = SmallCatalogue.index(folder);
  }

  @AfterAll
  void close() throws Exception {
    index.close();
  }

  private Listener listener(Story story) throws Exception {
    return Listener.of(Affinities.of(story.events), index);
  }

  @Test
  void whatTheyLikeMostComesFirstAndOfEqualsTheLast() throws Exception {
    Story story =
        new Story()
            .does(EventType.LIKE, "t5")
            .does(EventType.PLAY, "t6", "t7", "t8", "t6")
            .does(EventType.SKIP, "t9");
    Listener listener = listener(story);
    assertThat(listener.liked())
        .containsExactly(new Liked(5, 5), new Liked(6, 2), new Liked(8, 1), new Liked(7, 1));
    assertThat(listener.disliked()).isEmpty();
    assertThat(listener.played()).containsExactlyInAnyOrder(5, 6, 7, 8, 9);
    assertThat(listener.eventCount()).isEqualTo(story.events.size());
    assertThat(listener.last()).contains(Instant.ofEpochSecond(5));
  }

  @Test
  void versionsOfARecordingCountTogether() throws Exception {
    Listener both = listener(new Story().does(EventType.PLAY, "t1", "t5", "t5", "t0", "t1"));
    assertThat(both.liked()).containsExactly(new Liked(0, 3), new Liked(5, 2));
    assertThat(both.played()).containsExactlyInAnyOrder(0, 1, 5);
    Listener lesser = listener(new Story().does(EventType.PLAY, "t1"));
    assertThat(lesser.liked()).as("the one that stands for it").containsExactly(new Liked(0, 1));
    assertThat(lesser.played()).as("the one that they played").containsExactly(1);
    Listener last = listener(new Story().does(EventType.PLAY, "t0", "t5", "t5", "t1"));
    assertThat(last.liked()).as("the last").containsExactly(new Liked(0, 2), new Liked(5, 2));
  }

  @Test
  void whatTheyDislikeIsKeptApartTheLastFirst() throws Exception {
    Listener listener =
        listener(
            new Story()
                .does(EventType.PLAY, "t5", "t6")
                .does(EventType.DISLIKE, "t1", "t5")
                .does(EventType.LIKE, "t7")
                .does(EventType.DISLIKE, "t8")
                .does(EventType.LIKE, "t8"));
    assertThat(listener.disliked()).as("t1 as its recording, t8 no more").containsExactly(5, 0);
    assertThat(listener.liked()).containsExactly(new Liked(8, 5), new Liked(7, 5), new Liked(6, 1));
    assertThat(listener.played()).containsExactlyInAnyOrder(1, 5, 6, 7, 8);
  }

  @Test
  void tracksThatTheIndexDoesNotHaveAreLeftOut() throws Exception {
    Story story =
        new Story()
            .does(EventType.PLAY, "t5")
            .does(EventType.LIKE, "gone")
            .does(EventType.DISLIKE, "gone too");
    Listener listener = listener(story);
    assertThat(listener.liked()).containsExactly(new Liked(5, 1));
    assertThat(listener.disliked()).isEmpty();
    assertThat(listener.played()).containsExactly(5);
    assertThat(listener.last()).as("they did it").contains(Instant.ofEpochSecond(2));
    assertThat(listener(new Story()))
        .isEqualTo(Listener.of(List.<String>of(), index))
        .satisfies(nobody -> assertThat(nobody.last()).isEmpty());
  }

  @Test
  void aRecordingListenedToTwiceStandsAtItsLastPlace() throws Exception {
    Listener listener = Listener.of(List.of("t0", "t5", "t6", "t5", "t1", "t7"), index);
    assertThat(listener.liked())
        .containsExactly(new Liked(7, 1), new Liked(0, 1), new Liked(5, 1), new Liked(6, 1));
    assertThat(listener.played()).containsExactlyInAnyOrder(0, 1, 5, 6, 7);
    assertThat(listener.eventCount()).isZero();
  }

  @Test
  void allThatNobodyKnowsIsNamed() {
    assertThatThrownBy(() -> Listener.of(List.of("x", "t5", "y"), index))
        .isInstanceOfSatisfying(
            RequestException.class, e -> assertThat(e.code()).isEqualTo(Code.NOT_IN_CATALOGUE))
        .hasMessage("No track has the id 'x', 'y'.");
  }
}
