package dev.segue.bench;

import dev.segue.engine.Snapshot;
import dev.segue.index.IndexedTrack;
import dev.segue.index.TrackIndex;
import dev.segue.query.TrackFilter;
import dev.segue.vector.FeatureSpace;
import dev.segue.vector.FittedSpace;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Everything that is asked of a catalogue, and what cannot be asked of it. */
final class Scenarios {
  private static final int[] FILTER_PERCENTS = {1, 10, 50};

  /** How many tracks are asked about at once. */
  private static final int MIXED = 5;

  /** How many somebody listened to. */
  private static final int LISTENED = 50;

  /** How many times too many or too few tracks may pass. */
  private static final double TOLERANCE = 1.5;

  private final DurationFilters filters;
  private final RandomGenerator random;
  private final List<Scenario> scenarios = new ArrayList<>();
  private final List<BenchReport.LeftOut> leftOut = new ArrayList<>();

  private Scenarios(DurationFilters filters, RandomGenerator random) {
    this.filters = filters;
    this.random = random;
  }

  /** Draws all questions. */
  static Scenarios draw(Snapshot snapshot, DurationFilters filters, RandomGenerator random)
      throws IOException {
    Scenarios all = new Scenarios(filters, random);
    Seeds seeds = new Seeds(snapshot.index(), random);
    Map<String, List<Question>> similar = new LinkedHashMap<>();
    for (FittedSpace fitted : snapshot.spaces()) {
      FeatureSpace space = fitted.space();
      similar.put(space.name(), all.similar(space, seeds.in(space)));
    }
    FeatureSpace space = snapshot.spaces().getFirst().space();
    all.mixes(snapshot.index(), space, seeds.in(space));
    List<Question> search = seeds.twoWords().stream().<Question>map(Question.Search::new).toList();
    all.add("search", null, search, "no track with words in title and artist was found");
    similar.forEach((name, questions) -> all.mixed(name, questions, search));
    return all;
  }

  List<Scenario> scenarios() {
    return scenarios;
  }

  List<BenchReport.LeftOut> leftOut() {
    return leftOut;
  }

  /** Adds what is asked in a space, and gives back the questions without filters. */
  private List<Question> similar(FeatureSpace space, List<IndexedTrack> seeds) {
    List<Question> unfiltered =
        seeds.stream()
            .<Question>map(seed -> new Question.Similar(seed, space, Optional.empty()))
            .toList();
    add("similar", space.name(), unfiltered, "no track with a place in it was found");
    if (!seeds.isEmpty()) {
      for (int percent : FILTER_PERCENTS) {
        filtered(space, seeds, percent);
      }
    }
    return unfiltered;
  }

  private void filtered(FeatureSpace space, List<IndexedTrack> seeds, int percent) {
    if (!filters.has(percent / 100.0)) {
      leaveOut(
          "similar",
          space.name(),
          percent,
          "%d %% of the tracks is less than one".formatted(percent));
      return;
    }
    List<TrackFilter.Range> windows =
        seeds.stream().map(seed -> filters.draw(percent / 100.0, random)).toList();
    double passing = 100 * filters.passing(windows);
    if (passing > percent * TOLERANCE || passing < percent / TOLERANCE) {
      leaveOut(
          "similar",
          space.name(),
          percent,
          "too many durations are equal: not %d %% would pass, but %.1f %%"
              .formatted(percent, passing));
      return;
    }
    List<Question> questions = new ArrayList<>();
    for (int i = 0; i < seeds.size(); i++) {
      questions.add(new Question.Similar(seeds.get(i), space, Optional.of(windows.get(i))));
    }
    double hundredths = Math.round(100 * passing) / 100.0;
    scenarios.add(new Scenario("similar", space.name(), percent, hundredths, questions));
  }

  /** Adds what is asked of several tracks at once: each with those that were drawn after it. */
  private void mixes(TrackIndex index, FeatureSpace space, List<IndexedTrack> seeds) {
    List<Question> recommend = new ArrayList<>();
    List<Question> playlist = new ArrayList<>();
    List<Question> listened = new ArrayList<>();
    List<Question> path = new ArrayList<>();
    for (int i = 0; i < seeds.size(); i++) {
      List<String> ids = ids(seeds, i, MIXED);
      recommend.add(new Question.Recommend(ids, space));
      playlist.add(new Question.Listen(ids, space));
      listened.add(new Question.Listened(ids(seeds, i, LISTENED), space));
      IndexedTrack from = seeds.get(i);
      IndexedTrack to = seeds.get((i + 1) % seeds.size());
      if (!index.versions(from.ordinal()).contains(to.ordinal())) {
        path.add(new Question.Walk(from, to, space));
      }
    }
    String without = "no track with a place in it was found";
    add("recommend", space.name(), recommend, without);
    add("playlist", space.name(), playlist, without);
    add("listened", space.name(), listened, without);
    add("path", space.name(), path, "no two recordings with a place in it were found");
  }

  private static List<String> ids(List<IndexedTrack> seeds, int first, int count) {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      ids.add(seeds.get((first + i) % seeds.size()).track().id());
    }
    return ids;
  }

  /** In turn one of each. */
  private void mixed(String space, List<Question> similar, List<Question> search) {
    List<Question> questions = new ArrayList<>();
    for (int i = 0; i < Math.min(similar.size(), search.size()); i++) {
      questions.add(similar.get(i));
      questions.add(search.get(i));
    }
    add("mixed", space, questions, "one of its halves is left out");
  }

  private void add(String name, String space, List<Question> questions, String reasonWithout) {
    if (questions.isEmpty()) {
      leaveOut(name, space, null, reasonWithout);
    } else {
      scenarios.add(new Scenario(name, space, null, null, questions));
    }
  }

  private void leaveOut(String name, String space, Integer percent, String reason) {
    leftOut.add(new BenchReport.LeftOut(name, space, percent, reason));
  }
}
