package dev.segue.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.segue.query.RequestException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ExperimentsTest {
  private static final Instant START = Instant.parse("2026-11-01T00:00:00Z");
  private static final int USERS = 100_000;

  private static Experiment experiment(String name, double... shares) {
    return new Experiment(
        name,
        START,
        Arrays.stream(shares)
            .mapToObj(share -> new Variant("of-" + (int) share, share, Map.of()))
            .toList());
  }

  /** By {@code int(hashlib.sha256(b"more-sound\0ann").hexdigest()[:13], 16) / 16**13 * 100}. */
  @Test
  void otherProgramsFindTheSamePlaces() {
    Experiment experiment = experiment("more-sound", 10, 40);
    assertThat(experiment.place("ann")).isEqualTo(68.47849393714431);
    assertThat(experiment.place("bob")).isEqualTo(48.83758186256306);
    assertThat(experiment.place("Жанна")).isEqualTo(21.747693651040677);
    assertThat(experiment.place("user-1")).isEqualTo(5.351706887674701);
    assertThat(experiment("other", 10).place("ann")).isEqualTo(87.28007703324316);

    assertThat(experiment.of("user-1").orElseThrow().name()).isEqualTo("of-10");
    assertThat(experiment.of("bob").orElseThrow().name()).isEqualTo("of-40");
    assertThat(experiment.of("ann")).isEmpty();
  }

  /** A hundred equal parts; χ² of 99 degrees of freedom is beyond 149 once in a thousand. */
  @Test
  void placesAreUniform() {
    Experiment experiment = experiment("uniform", 100);
    int[] counts = new int[100];
    for (int user = 0; user < USERS; user++) {
      counts[(int) experiment.place("user-" + user)]++;
    }
    double expected = USERS / 100.0;
    assertThat(Arrays.stream(counts).mapToDouble(n -> (n - expected) * (n - expected)).sum())
        .isLessThan(149 * expected);
  }

  /** Ten parts of each; χ² of 81 degrees of freedom is beyond 126 once in a thousand. */
  @Test
  void experimentsAreIndependent() {
    Experiment first = experiment("first", 100);
    Experiment second = experiment("second", 100);
    int[] counts = new int[100];
    for (int user = 0; user < USERS; user++) {
      String id = "user-" + user;
      int row = (int) (first.place(id) / 10);
      int column = (int) (second.place(id) / 10);
      counts[10 * row + column]++;
    }
    double expected = USERS / 100.0;
    assertThat(Arrays.stream(counts).mapToDouble(n -> (n - expected) * (n - expected)).sum())
        .isLessThan(126 * expected);
  }

  @Test
  void variantsHaveTheirShares() {
    Experiment experiment = experiment("shares", 5, 20, 60);
    Map<String, Integer> users = new HashMap<>();
    for (int user = 0; user < USERS; user++) {
      String variant = experiment.of("user-" + user).map(Variant::name).orElse("none");
      users.merge(variant, 1, Integer::sum);
    }
    assertThat(users.get("of-5") / (double) USERS).isCloseTo(.05, within(.005));
    assertThat(users.get("of-20") / (double) USERS).isCloseTo(.2, within(.005));
    assertThat(users.get("of-60") / (double) USERS).isCloseTo(.6, within(.005));
    assertThat(users.get("none") / (double) USERS).isCloseTo(.15, within(.005));
  }

  /** A variant that is put behind the others, or that grows at the end, takes nobody from them. */
  @Test
  void usersStayWhileSharesDo() {
    Experiment before = experiment("growing", 10, 20);
    Experiment after = experiment("growing", 10, 20, 50);
    for (int user = 0; user < 1000; user++) {
      String id = "user-" + user;
      before.of(id).ifPresent(variant -> assertThat(after.of(id)).hasValue(variant));
    }
  }

  @Test
  void theFirstExperimentWithAVariantCounts() {
    Experiment half = experiment("half", 50);
    Experiment all = experiment("all", 100);
    Experiments experiments = new Experiments(List.of(half, all));
    int inFirst = 0;
    for (int user = 0; user < 1000; user++) {
      String id = "user-" + user;
      boolean first = half.of(id).isPresent();
      inFirst += first ? 1 : 0;
      Assignment assignment = experiments.of(id, START).orElseThrow();
      assertThat(assignment.experiment()).isEqualTo(first ? "half" : "all");
      assertThat(assignment.variant()).isEqualTo((first ? half : all).variants().getFirst());
    }
    assertThat(inFirst).isBetween(400, 600);
    assertThat(Experiments.NONE.of("ann", START)).isEmpty();
  }

  @Test
  void anExperimentThatHasNotBegunDoesNotCount() {
    Experiments experiments = new Experiments(List.of(experiment("all", 100)));
    assertThat(experiments.of("ann", START.minusMillis(1))).isEmpty();
    assertThat(experiments.of("ann", START)).isPresent();
  }

  @Test
  void experimentsAreFoundByName() {
    Experiment a = experiment("a", 100);
    Experiment b = experiment("b", 100);
    Experiments both = new Experiments(List.of(a, b));
    assertThat(both.named(Optional.of("b"))).isSameAs(b);
    assertThat(new Experiments(List.of(a)).named(Optional.empty())).isSameAs(a);
    assertThatThrownBy(() -> both.named(Optional.of("c")))
        .isInstanceOf(RequestException.class)
        .hasMessage("There is no experiment 'c'; there are a, b.");
    assertThatThrownBy(() -> both.named(Optional.empty()))
        .hasMessage("No experiment is named; there are a, b.");
    assertThatThrownBy(() -> Experiments.NONE.named(Optional.empty()))
        .hasMessage("No experiment is named; there is none.");
  }

  /** 14.2857 · 7 is a little more than it should be in doubles, and no mistake. */
  @Test
  void sharesMayBeRounded() {
    double seventh = 100 / 7.0;
    List<Variant> sevenths =
        List.of("a", "b", "c", "d", "e", "f", "g").stream()
            .map(name -> new Variant(name, seventh, Map.of()))
            .toList();
    assertThat(new Experiment("sevenths", START, sevenths).variants()).hasSize(7);
  }
}
