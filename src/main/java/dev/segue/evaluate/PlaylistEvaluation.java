package dev.segue.evaluate;

import dev.segue.catalog.Progress;
import dev.segue.index.IndexedTrack;
import dev.segue.index.TrackIndex;
import dev.segue.playlist.EnergyCurve;
import dev.segue.playlist.PathFinder;
import dev.segue.playlist.PathRequest;
import dev.segue.playlist.Playlist;
import dev.segue.playlist.PlaylistMaker;
import dev.segue.playlist.PlaylistRequest;
import dev.segue.playlist.TrackPath;
import dev.segue.playlist.Transition;
import dev.segue.query.RequestException;
import dev.segue.query.TrackFilter;
import dev.segue.query.Versions;
import dev.segue.rank.ScoredTrack;
import dev.segue.recommend.Conditions;
import dev.segue.recommend.Seed;
import dev.segue.recommend.Variety;
import dev.segue.recommend.Wishes;
import dev.segue.vector.FeatureSpace;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Makes playlists from three random recordings, and looks at whether they go as they shall; and
 * paths between two of them. Every kind is asked for with the same recordings.
 */
public final class PlaylistEvaluation {
  private static final int SEEDS = 3;
  private static final int STEPS = 10;
  private static final int WARM_UP = 40;

  /** Nobody wants one voice to fill a playlist. */
  private static final Variety VARIETY = new Variety(Variety.DEFAULT.diversity(), 3, 2, 2);

  private final TrackIndex index;
  private final PlaylistMaker maker;
  private final PathFinder finder;
  private final Sample sample;
  private final FeatureSpace space;
  private final Progress progress;

  /**
   * An evaluation of an index.
   *
   * @param maker of its playlists
   * @param finder of its paths
   * @param space in which likeness is measured
   */
  public PlaylistEvaluation(
      TrackIndex index,
      PlaylistMaker maker,
      PathFinder finder,
      Sample sample,
      FeatureSpace space,
      Progress progress) {
    this.index = index;
    this.maker = maker;
    this.finder = finder;
    this.sample = sample;
    this.space = space;
    this.progress = progress;
  }

  /** A playlist that is asked for. */
  private record Kind(String label, PlaylistRequest.Length length, EnergyCurve curve) {
    static Kind of(PlaylistRequest.Length length, EnergyCurve curve) {
      String label =
          switch (length) {
            case PlaylistRequest.Tracks(int count) -> count + " tracks";
            case PlaylistRequest.Minutes(double count) -> "%.0f minutes".formatted(count);
          };
      return new Kind(label + ", " + curve.shape().name().toLowerCase(Locale.ROOT), length, curve);
    }

    /** Every shape, and one for a time. */
    static List<Kind> all() {
      List<Kind> all = new ArrayList<>();
      for (EnergyCurve curve : EnergyCurve.NAMED) {
        all.add(of(new PlaylistRequest.Tracks(30), curve));
      }
      all.add(
          of(
              new PlaylistRequest.Minutes(90),
              new EnergyCurve(EnergyCurve.Shape.RISING, List.of())));
      return all;
    }
  }

  /**
   * Asks for everything.
   *
   * @throws RequestException when the index has fewer than three recordings with a place in the
   *     space
   */
  public PlaylistReport run() throws IOException {
    List<List<IndexedTrack>> drawn = draw();
    List<PlaylistReport.Row> playlists = new ArrayList<>();
    List<Kind> kinds = Kind.all();
    progress.begin("Measuring", (long) drawn.size() * (kinds.size() + 1), "questions");
    try {
      warmUp(drawn);
      for (Kind kind : kinds) {
        playlists.add(playlists(kind, drawn));
      }
      return new PlaylistReport(
          index.size(), sample.seed(), space.name(), playlists, List.of(paths(drawn)));
    } finally {
      progress.end();
    }
  }

  /** Recordings to ask about together, of each the track that stands for it. */
  private List<List<IndexedTrack>> draw() throws IOException {
    List<Integer> recordings = new ArrayList<>();
    for (int ordinal = 0; ordinal < index.size(); ordinal++) {
      boolean isForemost = index.versions(ordinal).getFirst() == ordinal;
      if (isForemost && index.vector(space, ordinal).isPresent()) {
        recordings.add(ordinal);
      }
    }
    if (recordings.size() < SEEDS) {
      throw RequestException.invalid(
          "space",
          "This index has %d recordings with a place in %s, at least %d are needed."
              .formatted(recordings.size(), space.name(), SEEDS));
    }
    Random random = new Random(sample.seed());
    List<List<IndexedTrack>> drawn = new ArrayList<>();
    for (int i = 0; i < sample.queries(); i++) {
      List<IndexedTrack> together = new ArrayList<>();
      for (int j = 0; j < SEEDS; j++) {
        // The first places of a shuffle (Durstenfeld 1964, "Algorithm 235").
        Collections.swap(recordings, j, j + random.nextInt(recordings.size() - j));
        int ordinal = recordings.get(j);
        together.add(new IndexedTrack(ordinal, index.track(ordinal)));
      }
      drawn.add(together);
    }
    return drawn;
  }

  /** Asks unmeasured, for a program that has just started is slow. */
  private void warmUp(List<List<IndexedTrack>> drawn) throws IOException {
    for (List<IndexedTrack> together : drawn.subList(0, Math.min(WARM_UP, drawn.size()))) {
      for (Kind kind : Kind.all()) {
        maker.make(new PlaylistRequest(wishes(together), kind.length(), kind.curve(), 0));
      }
    }
  }

  private PlaylistReport.Row playlists(Kind kind, List<List<IndexedTrack>> drawn)
      throws IOException {
    int count = drawn.size();
    int shorter = 0;
    double[] offCurve = new double[count];
    double[] keys = new double[count];
    double[] tempoSteps = new double[count];
    double[] offSeconds = new double[count];
    Latencies latencies = new Latencies();
    for (int i = 0; i < count; i++) {
      PlaylistRequest request =
          new PlaylistRequest(wishes(drawn.get(i)), kind.length(), kind.curve(), i);
      long start = System.nanoTime();
      Playlist playlist = maker.make(request);
      latencies.add(System.nanoTime() - start);
      shorter += playlist.whyFewer().isPresent() ? 1 : 0;
      offCurve[i] =
          playlist.entries().stream()
              .mapToDouble(
                  entry -> Math.abs(entry.wantedEnergy() - entry.hit().track().audio().energy()))
              .average()
              .orElse(Double.NaN);
      keys[i] = playlist.compatibleKeys();
      tempoSteps[i] = Transition.percent(playlist.meanTempoStep());
      offSeconds[i] =
          kind.length().millis().isPresent()
              ? Math.abs(playlist.durationMillis() - kind.length().millis().getAsLong()) / 1e3
              : Double.NaN;
      progress.advance(1);
    }
    return new PlaylistReport.Row(
        kind.label(),
        count,
        Estimate.proportion(shorter, count),
        Estimate.meanOfKnown(offCurve),
        Estimate.meanOfKnown(keys),
        Estimate.meanOfKnown(tempoSteps),
        Estimate.meanOfKnown(offSeconds),
        latencies.percentileMicros(50),
        latencies.percentileMicros(99));
  }

  private Wishes wishes(List<IndexedTrack> together) {
    return new Wishes(
        together.stream().<Seed>map(each -> new Seed.OfTrack(each.track().id(), 1)).toList(),
        Wishes.Method.BEST_SCORE,
        Conditions.of(TrackFilter.EVERYTHING, space, Versions.ONE, VARIETY));
  }

  /** From the first to the second of each. */
  private PlaylistReport.PathRow paths(List<List<IndexedTrack>> drawn) throws IOException {
    int count = drawn.size();
    int shorter = 0;
    double[] unevenness = new double[count];
    double[] longest = new double[count];
    double[] detour = new double[count];
    Latencies latencies = new Latencies();
    for (int i = 0; i < count; i++) {
      PathRequest request =
          new PathRequest(
              drawn.get(i).get(0),
              drawn.get(i).get(1),
              STEPS,
              space,
              TrackFilter.EVERYTHING,
              Versions.ONE);
      long start = System.nanoTime();
      TrackPath path = finder.find(request);
      latencies.add(System.nanoTime() - start);
      double[] steps = path.tracks().stream().skip(1).mapToDouble(ScoredTrack::distance).toArray();
      double sum = 0;
      double squares = 0;
      double most = 0;
      for (double step : steps) {
        sum += step;
        squares += step * step;
        most = Math.max(most, step);
      }
      double mean = sum / steps.length;
      double variance = Math.max(0, squares / steps.length - mean * mean);
      shorter += path.tracks().size() < STEPS ? 1 : 0;
      unevenness[i] = Math.sqrt(variance) / mean;
      longest[i] = most / mean;
      detour[i] = sum / path.distance();
      progress.advance(1);
    }
    return new PlaylistReport.PathRow(
        STEPS,
        count,
        Estimate.proportion(shorter, count),
        Estimate.meanOfKnown(unevenness),
        Estimate.meanOfKnown(longest),
        Estimate.meanOfKnown(detour),
        latencies.percentileMicros(50),
        latencies.percentileMicros(99));
  }
}
