package dev.segue.recommend;

import dev.segue.catalog.NumericField;
import dev.segue.index.TrackIndex;
import dev.segue.query.Cursor;
import dev.segue.query.RequestException;
import dev.segue.query.TrackFilter;
import dev.segue.query.Versions;
import dev.segue.rank.Hit;
import dev.segue.rank.ScoredTrack;
import dev.segue.recommend.Candidates.Candidate;
import dev.segue.recommend.Recommendation.Pool;
import dev.segue.recommend.Recommendation.Recommended;
import dev.segue.recommend.Recommendation.Taken;
import dev.segue.recommend.Recommendation.WhyFewer;
import dev.segue.recommend.Selection.Pick;
import dev.segue.vector.Metric;
import dev.segue.vector.Spreads;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Makes pages of candidates, wherever these come from: {@link Selection} picks, {@link Reasons}
 * says why. Thread-safe.
 */
public final class Pages {
  /** The most tracks that one question is answered with, on all pages together. */
  public static final int MOST = 1_000;

  private final TrackIndex index;
  private final Spreads spreads;
  private final long generation;
  private final long builtAt;

  /**
   * Pages of the tracks of an index.
   *
   * @param spreads of the numbers of its tracks
   * @param generation of the index, for cursors
   * @param builtAt when that was built
   */
  public Pages(TrackIndex index, Spreads spreads, long generation, Instant builtAt) {
    this.index = index;
    this.spreads = spreads;
    this.generation = generation;
    this.builtAt = builtAt.toEpochMilli();
  }

  /**
   * What pages are made of.
   *
   * @param conditions with the filter that the candidates pass
   * @param seeds what candidates are like, if they are
   * @param leftOut ordinals of tracks that are no candidates
   * @param why the parameter that leaves these out
   * @param limit the parameter for which a track that passes the filter may be no candidate
   */
  public record Ranking(
      Candidates candidates,
      Conditions conditions,
      List<PlacedSeed> seeds,
      Set<Integer> leftOut,
      String why,
      String limit) {
    /** Copies. */
    public Ranking {
      seeds = List.copyOf(seeds);
      leftOut = Set.copyOf(leftOut);
    }
  }

  /** A page, where it begins, and what the page before kept for this one. */
  public record Place(int question, int shown, String kept) {}

  /**
   * Where a page begins.
   *
   * @param cursor {@link Recommendation#nextCursor} of the page before; empty for the first
   * @param question a fingerprint of what is asked ({@link Cursor#question})
   * @throws RequestException when the cursor is of another question or generation
   */
  public Place place(Optional<String> cursor, int question) {
    return cursor
        .map(text -> Cursor.decode(text, generation, builtAt, question))
        .map(read -> new Place(question, (int) Math.min(read.shown(), MOST), read.place()))
        .orElse(new Place(question, 0, ""));
  }

  /**
   * Checks that some track can come near to the targets.
   *
   * @throws RequestException naming one of which no track has the number
   */
  public void check(Conditions conditions) {
    targets(conditions.targets());
  }

  /** Checked targets. */
  Targets targets(Map<NumericField, Double> wanted) {
    for (NumericField target : wanted.keySet()) {
      if (!knows(target)) {
        throw RequestException.invalid(
            "target_" + target.label(),
            "target_%1$s is asked for, but no track of this index has a %1$s."
                .formatted(target.label()));
      }
    }
    return new Targets(wanted, spreads);
  }

  /** Whether some track has such a number. */
  public boolean knows(NumericField field) {
    return spreads.knows(field);
  }

  /** How many candidates {@link Selection} has at hand at least. */
  public static int window(Conditions conditions) {
    return Selection.window(conditions);
  }

  /**
   * A page.
   *
   * @param count how many tracks, at least 1; {@value #MOST} at most come back on all pages
   */
  public Recommendation page(Ranking ranking, Place place, int count) throws IOException {
    Conditions conditions = ranking.conditions();
    Metric metric = conditions.space().metric();
    Targets targets = targets(conditions.targets());
    Selection selection = new Selection(index, ranking.candidates(), metric, targets, conditions);
    int shown = place.shown();
    int last = Math.min(shown + count, MOST);
    List<Pick> picks = selection.pick(last + 1); // one more, to know whether there is more
    List<Pick> page = picks.subList(Math.min(shown, picks.size()), Math.min(last, picks.size()));
    int passing = index.count(conditions.filter());
    Reasons reasons = new Reasons(ranking.seeds(), targets, metric, spreads);
    return new Recommendation(
        ranking.seeds().stream()
            .map(
                seed -> new Taken(seed.seed(), seed.label(), seed.ordinals().size(), seed.values()))
            .toList(),
        recommended(page, reasons, ranking),
        shown + 1,
        new Pool(index.size(), passing, Math.min(last, picks.size())),
        page.size() < count
            ? Optional.of(whyFewer(ranking, last, selection, passing))
            : Optional.empty(),
        picks.size() > last && last < MOST
            ? Optional.of(
                new Cursor(generation, builtAt, place.question(), last, place.kept()).encode())
            : Optional.empty());
  }

  private List<Recommended> recommended(List<Pick> picks, Reasons reasons, Ranking ranking)
      throws IOException {
    List<Hit> hits =
        picks.stream()
            .map(
                pick -> new Hit(pick.candidate().ordinal(), pick.score(), Double.NaN, pick.parts()))
            .toList();
    List<ScoredTrack> tracks = index.tracks(hits, ranking.conditions().versions());
    List<Recommended> recommended = new ArrayList<>(tracks.size());
    Candidates candidates = ranking.candidates();
    for (int i = 0; i < tracks.size(); i++) {
      Candidate candidate = picks.get(i).candidate();
      List<Reason> all = new ArrayList<>(candidates.reasons(candidate));
      all.addAll(reasons.of(picks.get(i), candidates.isLikeSeeds(candidate)));
      recommended.add(new Recommended(tracks.get(i), all));
    }
    return recommended;
  }

  /**
   * What took most tracks, of everything that takes some; no filter that left as many as wanted.
   */
  private WhyFewer whyFewer(Ranking ranking, int wanted, Selection selection, int passing)
      throws IOException {
    TrackFilter filter = ranking.conditions().filter();
    Map<String, Integer> removed = new LinkedHashMap<>();
    if (passing < wanted) {
      for (TrackFilter part :
          filter instanceof TrackFilter.AllOf all ? all.parts() : List.of(filter)) {
        removed.put(TrackFilter.label(part), index.size() - index.count(part));
      }
    }
    removed.put("max_per_artist", selection.beyondArtist());
    removed.put("max_per_album", selection.beyondAlbum());
    removed.put("spacing", selection.waiting());
    int leftOut = passing(ranking.leftOut(), filter);
    if (ranking.candidates().exhausted()) {
      boolean folded = ranking.conditions().versions() == Versions.ONE;
      removed.put(
          folded ? "versions" : ranking.limit(), passing - ranking.candidates().found() - leftOut);
    } else {
      removed.put("cursor", passing - MOST);
    }
    removed.put(ranking.why(), leftOut);
    return removed.entrySet().stream()
        .filter(each -> each.getValue() > 0)
        .max(Map.Entry.comparingByValue())
        .map(most -> new WhyFewer(most.getKey(), most.getValue()))
        .orElse(new WhyFewer("catalogue", 0));
  }

  private int passing(Set<Integer> ordinals, TrackFilter filter) throws IOException {
    int count = 0;
    for (boolean passes :
        index.passing(filter, ordinals.stream().mapToInt(ordinal -> ordinal).toArray())) {
      count += passes ? 1 : 0;
    }
    return count;
  }
}
