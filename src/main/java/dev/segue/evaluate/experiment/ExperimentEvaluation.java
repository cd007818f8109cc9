package dev.segue.evaluate.experiment;

import dev.segue.catalog.Progress;
import dev.segue.evaluate.Bootstrap;
import dev.segue.evaluate.Estimate;
import dev.segue.evaluate.HolmCorrection;
import dev.segue.evaluate.PermutationTest;
import dev.segue.experiment.Experiment;
import dev.segue.experiment.Experiments;
import dev.segue.experiment.Variant;
import dev.segue.listening.ListeningException;
import dev.segue.listening.log.Event;
import dev.segue.listening.log.EventLog;
import dev.segue.listening.log.EventLogException;
import dev.segue.query.RequestException;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Compares what users of the variants of an experiment did, from its start on. Users are what was
 * split, so they are what is counted, drawn and permuted: means over users, intervals by the {@link
 * Bootstrap}, differences from the first variant by the {@link PermutationTest}, and as there are
 * several, their p-values by the {@link HolmCorrection}.
 *
 * <p>By intention to treat: a user counts in the variant that the hash says, and with everything
 * that they did, whether or not they asked for recommendations; else variants would be compared by
 * users who chose to be in them. An event counts only while its user is in this experiment, not in
 * one that stands before it. Plays that were imported count by their times, like all.
 *
 * <p>P-values are those of one look at an end that was chosen before; whoever looks every day and
 * stops at the first that is small is misled (Johari et al. 2017, "Peeking at A/B tests").
 */
public final class ExperimentEvaluation {
  private static final double SIGNIFICANT = .05;

  private final Experiments experiments;
  private final Experiment experiment;
  private final Instant from;
  private final Optional<Instant> to;
  private final long seed;

  /**
   * Prepares.
   *
   * @param experiments all that there are
   * @param experiment one of them
   * @param from events before do not count, nor those before the experiment's start
   * @param to events of then and later do not count
   * @param seed of everything that is drawn
   * @throws RequestException when no time is left
   */
  public ExperimentEvaluation(
      Experiments experiments,
      Experiment experiment,
      Optional<Instant> from,
      Optional<Instant> to,
      long seed) {
    this.experiments = experiments;
    this.experiment = experiment;
    this.from = from.filter(experiment.start()::isBefore).orElse(experiment.start());
    this.to = to;
    this.seed = seed;
    if (to.isPresent() && !to.get().isAfter(this.from)) {
      throw RequestException.invalid(
          "to",
          "to is %s, must be after %s, when experiment '%s' is looked at first."
              .formatted(to.get(), this.from, experiment.name()));
    }
  }

  /** The users of one variant. */
  private record Group(Variant variant, List<Activity> users) {
    /** One value a user, but for those who are left out. */
    double[] values(Outcome outcome) {
      return users.stream()
          .mapToDouble(outcome::of)
          .filter(value -> !Double.isNaN(value))
          .toArray();
    }
  }

  /** What was read. */
  private static final class Counts {
    private final Map<Variant, Group> groups = new LinkedHashMap<>();
    private int otherUsers;
    private long events;
  }

  /**
   * Reads the log and compares.
   *
   * @param progress is told of each event, and of each comparison
   * @throws ListeningException when nobody in a variant did anything in that time
   * @throws EventLogException when the log cannot be read at the moment
   */
  public ExperimentReport run(EventLog log, Progress progress) throws IOException {
    Counts counts = new Counts();
    experiment
        .variants()
        .forEach(variant -> counts.groups.put(variant, new Group(variant, new ArrayList<>())));
    progress.begin("Reading events", log.count(), "events");
    try {
      log.read(
          (user, events) -> {
            count(user, events.stream().filter(this::inTime).toList(), counts);
            progress.advance(events.size());
          });
    } finally {
      progress.end();
    }
    if (counts.events == 0) {
      throw new ListeningException(
          ("The log has no events of users in a variant of experiment '%s' from %s %s,"
                  + " and some of %,d other users.")
              .formatted(
                  experiment.name(),
                  from,
                  to.map("to %s"::formatted).orElse("on"),
                  counts.otherUsers));
    }
    return report(counts, List.copyOf(counts.groups.values()), progress);
  }

  private boolean inTime(Event event) {
    Instant at = event.at().orElseThrow();
    return !at.isBefore(from) && (to.isEmpty() || at.isBefore(to.get()));
  }

  private void count(String user, List<Event> events, Counts counts) {
    List<Event> counted = events.stream().filter(event -> isIn(user, event)).toList();
    if (!counted.isEmpty()) {
      Variant variant = experiment.of(user).orElseThrow();
      counts.groups.get(variant).users().add(Activity.of(counted));
      counts.events += counted.size();
    } else if (!events.isEmpty()) {
      counts.otherUsers++;
    }
  }

  private boolean isIn(String user, Event event) {
    return experiments
        .of(user, event.at().orElseThrow())
        .filter(assignment -> assignment.experiment().equals(experiment.name()))
        .isPresent();
  }

  private ExperimentReport report(Counts counts, List<Group> groups, Progress progress) {
    return new ExperimentReport(
        experiment.name(),
        from,
        to.orElse(null),
        counts.events,
        counts.otherUsers,
        seed,
        groups.stream().map(this::ofVariant).toList(),
        SampleRatio.of(
                groups.stream().mapToInt(group -> group.users().size()).toArray(),
                groups.stream().mapToDouble(group -> group.variant().share()).toArray())
            .orElse(null),
        differences(groups, progress));
  }

  private ExperimentReport.OfVariant ofVariant(Group group) {
    Map<String, Estimate> outcomes = new LinkedHashMap<>();
    for (Outcome outcome : Outcome.values()) {
      double[] values = group.values(outcome);
      if (values.length > 0) {
        outcomes.put(outcome.key(), new Bootstrap(seed).estimate(Bootstrap.Measured.mean(values)));
      }
    }
    Variant variant = group.variant();
    return new ExperimentReport.OfVariant(
        variant.name(), variant.share(), variant.parameters(), group.users().size(), outcomes);
  }

  private record Comparison(Variant variant, Outcome outcome, Estimate difference, double pValue) {}

  private List<ExperimentReport.OfOutcome> differences(List<Group> groups, Progress progress) {
    List<Comparison> comparisons = new ArrayList<>();
    long most = (groups.size() - 1L) * Outcome.values().length;
    progress.begin("Comparing", most, "outcomes");
    for (Group group : groups.subList(1, groups.size())) {
      for (Outcome outcome : Outcome.values()) {
        double[] first = groups.getFirst().values(outcome);
        double[] values = group.values(outcome);
        if (first.length > 0 && values.length > 0) {
          comparisons.add(
              new Comparison(
                  group.variant(),
                  outcome,
                  new Bootstrap(seed)
                      .independentDifference(
                          Bootstrap.Measured.mean(first), Bootstrap.Measured.mean(values)),
                  PermutationTest.pValue(first, values, seed)));
        }
        progress.advance(1);
      }
    }
    progress.end();
    double[] corrected =
        HolmCorrection.of(comparisons.stream().mapToDouble(Comparison::pValue).toArray());
    List<ExperimentReport.OfOutcome> differences = new ArrayList<>();
    for (Comparison each : comparisons) {
      double p = corrected[differences.size()];
      differences.add(
          new ExperimentReport.OfOutcome(
              each.variant().name(),
              each.outcome().key(),
              each.difference(),
              each.pValue(),
              p,
              p < SIGNIFICANT));
    }
    return differences;
  }
}
