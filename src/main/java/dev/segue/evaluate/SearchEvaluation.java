package dev.segue.evaluate;

import dev.segue.catalog.Progress;
import dev.segue.catalog.Track;
import dev.segue.index.TrackIndex;
import dev.segue.query.RequestException;
import dev.segue.query.Versions;
import dev.segue.search.SearchRequest;
import dev.segue.search.SuggestRequest;
import dev.segue.search.Suggestion;
import dev.segue.search.TrackSearch;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Asks for tracks of the index in the ways people ask for a song they know, and counts how often it
 * is found (Ogilvie & Callan 2003, "Combining document representations for known-item search").
 */
public final class SearchEvaluation {
  private static final int LENGTH = 10;
  private static final int WARM_UP = 2_000;

  private final TrackIndex index;
  private final TrackSearch search;
  private final Options options;
  private final Progress progress;

  /**
   * What is asked.
   *
   * @param sample which questions
   * @param half only of this half of the tracks, by a hash of their ids
   * @param settings one, or two to compare
   */
  public record Options(Sample sample, Optional<Half> half, List<Setting> settings) {
    /**
     * Checks the counts.
     *
     * @throws RequestException naming the parameter, the value and the limit
     */
    public Options {
      settings = List.copyOf(settings);
      RequestException.checkCount("settings", settings.size(), 1, 2);
    }

    private boolean takes(Track track) {
      return half.map(each -> each.takes(track.id())).orElse(true);
    }
  }

  public SearchEvaluation(
      TrackIndex index, TrackSearch search, Options options, Progress progress) {
    this.index = index;
    this.search = search;
    this.options = options;
    this.progress = progress;
  }

  /** Asks everything. */
  public SearchReport run() throws IOException {
    int[] order = RandomOrder.of(index.size(), new Random(options.sample().seed()));
    Map<QueryKind, List<KnownItem>> questions = new EnumMap<>(QueryKind.class);
    for (QueryKind kind : QueryKind.values()) {
      List<KnownItem> ofKind = questions(kind, order);
      if (!ofKind.isEmpty()) {
        questions.put(kind, ofKind);
      }
    }
    long count = questions.values().stream().mapToInt(List::size).sum();
    List<SearchReport.OfSetting> rows = new ArrayList<>();
    List<Map<QueryKind, double[]>> reciprocals = new ArrayList<>();
    for (Setting setting : options.settings()) {
      warmUp(setting, questions);
      Map<QueryKind, double[]> reciprocal = new EnumMap<>(QueryKind.class);
      List<SearchReport.Row> ofKinds = new ArrayList<>();
      progress.begin("Searching", count, "questions");
      try {
        for (var ofKind : questions.entrySet()) {
          double[] ofQuestions = new double[ofKind.getValue().size()];
          ofKinds.add(ask(setting, ofKind.getKey(), ofKind.getValue(), ofQuestions));
          reciprocal.put(ofKind.getKey(), ofQuestions);
        }
      } finally {
        progress.end();
      }
      rows.add(new SearchReport.OfSetting(setting.name(), ofKinds));
      reciprocals.add(reciprocal);
    }
    return new SearchReport(
        index.size(),
        options.sample().seed(),
        options.half().map(Half::name).orElse(null),
        rows,
        reciprocals.size() < 2 ? List.of() : differences(reciprocals.get(0), reciprocals.get(1)));
  }

  private List<Difference> differences(
      Map<QueryKind, double[]> first, Map<QueryKind, double[]> second) {
    Random random = new Random(options.sample().seed());
    return first.keySet().stream()
        .map(kind -> Difference.of(kind.label(), first.get(kind), second.get(kind), random))
        .toList();
  }

  private List<KnownItem> questions(QueryKind kind, int[] order) throws IOException {
    Random random = new Random(options.sample().seed());
    List<KnownItem> questions = new ArrayList<>();
    for (int i = 0; i < order.length && questions.size() < options.sample().queries(); i++) {
      Track track = index.track(order[i]);
      if (options.takes(track)) {
        kind.of(track, random)
            .filter(query -> query.length() <= SearchRequest.MAX_LENGTH)
            .ifPresent(query -> questions.add(new KnownItem(query, track)));
      }
    }
    return questions;
  }

  /** In turn of each kind, so that the JVM has seen everything before the first is timed. */
  private void warmUp(Setting setting, Map<QueryKind, List<KnownItem>> questions)
      throws IOException {
    List<QueryKind> kinds = List.copyOf(questions.keySet());
    for (int i = 0; i < WARM_UP && !kinds.isEmpty(); i++) {
      QueryKind kind = kinds.get(i % kinds.size());
      List<KnownItem> ofKind = questions.get(kind);
      rank(setting, kind, ofKind.get(i / kinds.size() % ofKind.size()));
    }
  }

  /**
   * Asks.
   *
   * @param reciprocal is given 1 / rank of each question
   */
  private SearchReport.Row ask(
      Setting setting, QueryKind kind, List<KnownItem> questions, double[] reciprocal)
      throws IOException {
    int[] found = new int[LENGTH + 1];
    Latencies latencies = new Latencies();
    for (int i = 0; i < questions.size(); i++) {
      long start = System.nanoTime();
      int rank = rank(setting, kind, questions.get(i));
      latencies.add(System.nanoTime() - start);
      reciprocal[i] = rank == 0 ? 0 : 1.0 / rank;
      if (rank > 0) {
        found[rank]++;
      }
      progress.advance(1);
    }
    return new SearchReport.Row(
        kind.label(),
        questions.size(),
        success(found, 1, questions.size()),
        success(found, 3, questions.size()),
        success(found, LENGTH, questions.size()),
        Estimate.mean(reciprocal),
        latencies.percentileMicros(50),
        latencies.percentileMicros(99));
  }

  /** The rank of the first track that is meant, from 1; 0 when none is. */
  private int rank(Setting setting, QueryKind kind, KnownItem question) throws IOException {
    List<List<Track>> places =
        kind == QueryKind.COMPLETION
            ? suggested(question.query())
            : found(setting.request(question.query(), Versions.ONE, LENGTH));
    return 1
        + IntStream.range(0, places.size())
            .filter(i -> places.get(i).stream().anyMatch(question::isMeant))
            .findFirst()
            .orElse(-1);
  }

  /** At each place a track, and what it stands for. */
  private List<List<Track>> found(SearchRequest request) throws IOException {
    return search.search(request).tracks().stream()
        .map(
            found ->
                Stream.concat(Stream.of(found.track()), found.otherVersions().stream()).toList())
        .toList();
  }

  /** The suggestions that are tracks, at their places among all. */
  private List<List<Track>> suggested(String query) throws IOException {
    return search.suggest(new SuggestRequest(query, LENGTH)).stream()
        .map(
            suggestion ->
                suggestion.kind() == Suggestion.Kind.TRACK
                    ? suggestion.track().stream().toList()
                    : List.<Track>of())
        .toList();
  }

  private static Estimate success(int[] found, int within, int questions) {
    return Estimate.proportion(Arrays.stream(found, 1, within + 1).sum(), questions);
  }
}
