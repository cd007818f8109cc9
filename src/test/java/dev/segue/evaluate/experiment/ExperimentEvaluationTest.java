package dev.segue.evaluate.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.segue.catalog.Progress;
import dev.segue.evaluate.Estimate;
import dev.segue.evaluate.experiment.ExperimentReport.OfOutcome;
import dev.segue.evaluate.experiment.ExperimentReport.OfVariant;
import dev.segue.experiment.Experiment;
import dev.segue.experiment.Experiments;
import dev.segue.experiment.Variant;
import dev.segue.listening.ListeningException;
import dev.segue.listening.log.Event;
import dev.segue.listening.log.EventLog;
import dev.segue.listening.log.EventType;
import dev.segue.query.RequestException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExperimentEvaluationTest {
  private static final Instant START = Instant.parse("2026-11-01T00:00:00Z");
  private static final Variant CONTROL = new Variant("control", 45, Map.of());
  private static final Variant TREATMENT = new Variant("treatment", 45, Map.of("alpha", "0.5"));
  private static final Experiment EXPERIMENT =
      new Experiment("more-sound", START, List.of(CONTROL, TREATMENT));

  private EventLog log;
  private final List<Event> events = new ArrayList<>();

  @BeforeEach
  void open(@TempDir Path folder) {
    log = EventLog.at(folder.resolve("listening.db").toString());
  }

  @AfterEach
  void close() {
    log.close();
  }

  /** The n-th user that the hash puts into a variant. */
  private static String user(Variant variant, int n) {
    return IntStream.iterate(0, i -> i + 1)
        .mapToObj(i -> "user-" + i)
        .filter(id -> EXPERIMENT.of(id).filter(variant::equals).isPresent())
        .skip(n)
        .findFirst()
        .orElseThrow();
  }

  private static String userOfNone(int n) {
    return IntStream.iterate(0, i -> i + 1)
        .mapToObj(i -> "user-" + i)
        .filter(id -> EXPERIMENT.of(id).isEmpty())
        .skip(n)
        .findFirst()
        .orElseThrow();
  }

  private void did(String user, EventType type, int times, Instant at, Optional<Long> played) {
    for (int i = 0; i < times; i++) {
      events.add(
          new Event("e" + events.size(), user, "t", type, Optional.of(at), played, 1, Map.of()));
    }
  }

  private void did(String user, EventType type, int times) {
    did(user, type, times, START.plusSeconds(60), Optional.empty());
  }

  private ExperimentReport report(Optional<Instant> from, Optional<Instant> to) throws Exception {
    log.put(events);
    return new ExperimentEvaluation(new Experiments(List.of(EXPERIMENT)), EXPERIMENT, from, to, 1)
        .run(log, Progress.NONE);
  }

  private ExperimentReport report() throws Exception {
    return report(Optional.empty(), Optional.empty());
  }

  private static double mean(ExperimentReport report, int variant, Outcome outcome) {
    return report.variants().get(variant).outcomes().get(outcome.key()).value();
  }

  private static OfOutcome difference(ExperimentReport report, Outcome outcome) {
    return report.differences().stream()
        .filter(each -> each.outcome().equals(outcome.key()))
        .findFirst()
        .orElseThrow();
  }

  /**
   * Of the first: 4 plays and a skip; 2 plays and 2 skips, one of them a short play; likes alone.
   * Of the second: a skip; 6 plays, 5 of which are one imported sum, and what else one can do.
   */
  @Test
  void meansAreWorkedByHand() throws Exception {
    did(user(CONTROL, 0), EventType.PLAY, 4);
    did(user(CONTROL, 0), EventType.SKIP, 1);
    did(user(CONTROL, 1), EventType.PLAY, 2, START, Optional.of(200_000L));
    did(user(CONTROL, 1), EventType.PLAY, 1, START, Optional.of(29_999L));
    did(user(CONTROL, 1), EventType.SKIP, 1);
    did(user(CONTROL, 2), EventType.LIKE, 3);
    did(user(TREATMENT, 0), EventType.SKIP, 1);
    String sixth = user(TREATMENT, 1);
    did(sixth, EventType.PLAY, 1);
    events.add(
        new Event(
            "sum", sixth, "t", EventType.PLAY, Optional.of(START), Optional.empty(), 5, Map.of()));
    did(sixth, EventType.DISLIKE, 2);
    did(sixth, EventType.SAVE, 4);
    did(userOfNone(0), EventType.PLAY, 100);
    did(userOfNone(1), EventType.PLAY, 100);

    ExperimentReport report = report();
    assertThat(report.variants().stream().map(OfVariant::variant))
        .containsExactly("control", "treatment");
    assertThat(report.variants().stream().map(OfVariant::users)).containsExactly(3, 2);
    assertThat(report.variants().getLast().parameters()).isEqualTo(Map.of("alpha", "0.5"));
    assertThat(report.otherUsers()).isEqualTo(2);
    assertThat(report.events()).isEqualTo(5 + 4 + 3 + 1 + 8);
    assertThat(report.from()).isEqualTo(START);
    assertThat(report.sampleRatio()).as("with as few").isNull();

    assertThat(mean(report, 0, Outcome.PLAYS)).isEqualTo(2);
    assertThat(mean(report, 0, Outcome.SKIPS)).isEqualTo(1);
    assertThat(mean(report, 0, Outcome.LIKES)).isEqualTo(1);
    assertThat(mean(report, 0, Outcome.SKIP_RATE)).isCloseTo((.2 + .5) / 2, within(1e-12));
    assertThat(mean(report, 1, Outcome.PLAYS)).isEqualTo(3);
    assertThat(mean(report, 1, Outcome.SKIPS)).isEqualTo(.5);
    assertThat(mean(report, 1, Outcome.LIKES)).isZero();
    assertThat(mean(report, 1, Outcome.DISLIKES)).isEqualTo(1);
    assertThat(mean(report, 1, Outcome.SAVES)).isEqualTo(2);
    assertThat(mean(report, 1, Outcome.SKIP_RATE)).isEqualTo(.5);

    assertThat(report.differences()).hasSize(Outcome.values().length);
    OfOutcome plays = difference(report, Outcome.PLAYS);
    assertThat(plays.variant()).isEqualTo("treatment");
    assertThat(plays.difference().value()).isEqualTo(1);
    // The two outermost of 2 · 10 means are below 2.5 % each: 0 less 4, and 6 less 0.
    assertThat(plays.difference().low()).isCloseTo(0 - 10 / 3.0, within(1e-12));
    assertThat(plays.difference().high()).isCloseTo(6 - 2 / 3.0, within(1e-12));
    assertThat(plays.significant()).isFalse();
    assertThat(difference(report, Outcome.SKIP_RATE).difference().value())
        .isCloseTo(.15, within(1e-12));
  }

  @Test
  void onlyTheTimeThatIsAskedForCounts() throws Exception {
    String user = user(CONTROL, 0);
    Optional<Long> unknown = Optional.empty();
    did(user, EventType.PLAY, 1, START.minusMillis(1), unknown);
    did(user, EventType.PLAY, 2, START, unknown);
    did(user, EventType.PLAY, 4, START.plusSeconds(10), unknown);
    did(user, EventType.PLAY, 8, START.plusSeconds(20), unknown);
    did(user(TREATMENT, 0), EventType.PLAY, 1, START.minusMillis(1), unknown);
    Optional<Instant> ten = Optional.of(START.plusSeconds(10));
    Optional<Instant> twenty = Optional.of(START.plusSeconds(20));

    ExperimentReport whole = report();
    assertThat(mean(whole, 0, Outcome.PLAYS)).isEqualTo(14);
    assertThat(whole.variants().get(1).users()).as("active before only").isZero();
    assertThat(whole.variants().get(1).outcomes()).isEmpty();
    assertThat(whole.differences()).isEmpty();
    assertThat(mean(report(ten, Optional.empty()), 0, Outcome.PLAYS)).isEqualTo(12);
    assertThat(mean(report(Optional.empty(), twenty), 0, Outcome.PLAYS)).isEqualTo(6);
    assertThat(mean(report(ten, twenty), 0, Outcome.PLAYS)).isEqualTo(4);
    ExperimentReport early = report(Optional.of(START.minusSeconds(99)), twenty);
    assertThat(early.from()).isEqualTo(START);
    assertThat(early.to()).isEqualTo(twenty.get());
    assertThat(mean(early, 0, Outcome.PLAYS)).isEqualTo(6);

    assertThatThrownBy(() -> report(twenty, twenty))
        .isInstanceOf(RequestException.class)
        .hasMessage(
            "to is 2026-11-01T00:00:20Z, must be after 2026-11-01T00:00:20Z, when experiment"
                + " 'more-sound' is looked at first.");
    assertThatThrownBy(() -> report(Optional.of(START.plusSeconds(99)), Optional.empty()))
        .isInstanceOf(ListeningException.class)
        .hasMessage(
            "The log has no events of users in a variant of experiment 'more-sound' from"
                + " 2026-11-01T00:01:39Z on, and some of 0 other users.");
  }

  /** An experiment that stands before takes users away, from its start on. */
  @Test
  void whoIsInAnotherExperimentDoesNotCount() throws Exception {
    Instant later = START.plusSeconds(100);
    Experiment rival = new Experiment("rival", later, List.of(new Variant("all", 100, Map.of())));
    did(user(CONTROL, 0), EventType.PLAY, 3, START, Optional.empty());
    did(user(CONTROL, 0), EventType.PLAY, 5, later, Optional.empty());
    did(user(CONTROL, 1), EventType.PLAY, 1, later, Optional.empty());
    log.put(events);
    ExperimentReport report =
        new ExperimentEvaluation(
                new Experiments(List.of(rival, EXPERIMENT)),
                EXPERIMENT,
                Optional.empty(),
                Optional.empty(),
                1)
            .run(log, Progress.NONE);
    assertThat(report.variants().getFirst().users()).isEqualTo(1);
    assertThat(mean(report, 0, Outcome.PLAYS)).isEqualTo(3);
    assertThat(report.otherUsers()).isEqualTo(1);
  }

  /**
   * Users play some ten times in the mean, three of four like nothing, all skip up to three times.
   *
   * @param treatedPlays of those in the second variant
   */
  private void simulate(int users, double treatedPlays, long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < users; i++) {
      String user = "user-" + i;
      boolean treated = EXPERIMENT.of(user).filter(TREATMENT::equals).isPresent();
      // As listeners are: some do much more than others.
      double rate = (treated ? treatedPlays : 10) * -Math.log(1 - random.nextDouble());
      did(user, EventType.PLAY, 1 + (int) rate);
      did(user, EventType.LIKE, random.nextInt(4) == 0 ? 1 : 0);
      did(user, EventType.SKIP, random.nextInt(4));
    }
  }

  @Test
  void aPlantedEffectIsFound() throws Exception {
    simulate(1200, 14, 3);
    ExperimentReport report = report();
    OfOutcome plays = difference(report, Outcome.PLAYS);
    assertThat(plays.significant()).isTrue();
    assertThat(plays.correctedPValue()).isLessThan(.01).isGreaterThan(plays.pValue());
    assertThat(plays.difference().low()).isPositive().isLessThan(4);
    assertThat(plays.difference().high()).isGreaterThan(4);
    assertThat(difference(report, Outcome.LIKES).significant()).isFalse();
    assertThat(difference(report, Outcome.SKIPS).significant()).isFalse();
    assertThat(report.sampleRatio().mismatch()).isFalse();
    assertThat(report.otherUsers()).isBetween(80, 160);
    assertThat(report()).as("the same seed").isEqualTo(report);
  }

  @Test
  void noEffectIsNone() throws Exception {
    simulate(1200, 10, 4);
    ExperimentReport report = report();
    assertThat(report.differences()).noneMatch(OfOutcome::significant);
    Estimate plays = difference(report, Outcome.PLAYS).difference();
    assertThat(plays.low()).isNegative();
    assertThat(plays.high()).isPositive();
  }

  @Test
  void usersWhoAreMissingAreNoticed() throws Exception {
    simulate(1200, 10, 5);
    events.removeIf(
        event ->
            EXPERIMENT.of(event.userId()).filter(TREATMENT::equals).isPresent()
                && event.userId().matches(".*[5-9]"));
    assertThat(report().sampleRatio().mismatch()).isTrue();
  }
}
