package dev.segue.recommend;

import dev.segue.catalog.NumericField;
import dev.segue.index.Exclusions;
import dev.segue.index.TrackIndex;
import dev.segue.query.Cursor;
import dev.segue.query.RequestException;
import dev.segue.query.TrackFilter;
import dev.segue.query.Versions;
import dev.segue.rank.Hit;
import dev.segue.rank.ScoredTrack;
import dev.segue.recommend.Recommendation.Pool;
import dev.segue.recommend.Recommendation.Recommended;
import dev.segue.recommend.Recommendation.Taken;
import dev.segue.recommend.Recommendation.WhyFewer;
import dev.segue.recommend.Relevance.Weighted;
import dev.segue.recommend.Selection.Pick;
import dev.segue.vector.FeatureSpace;
import dev.segue.vector.FittedSpace;
import dev.segue.vector.Metric;
import dev.segue.vector.Spreads;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Mixed seeds to tracks: {@link SeedPlaces} finds where the seeds stand, {@link Relevance} makes
 * one ranking of them, {@link Candidates} go through it, {@link Selection} picks, and {@link
 * Reasons} says why. Thread-safe.
 */
public final class MixedRecommender {
  /** The most tracks that one question is answered with, on all pages together. */
  public static final int MOST = 1_000;

  private final TrackIndex index;
  private final List<FittedSpace> spaces;
  private final Spreads spreads;
  private final long generation;
  private final long builtAt;

  /**
   * A recommender over an index.
   *
   * @param spaces those of the index
   * @param spreads of the numbers of its tracks
   * @param generation of the index, for cursors
   * @param builtAt when that was built
   */
  public MixedRecommender(
      TrackIndex index,
      List<FittedSpace> spaces,
      Spreads spreads,
      long generation,
      Instant builtAt) {
    this.index = index;
    this.spaces = List.copyOf(spaces);
    this.spreads = spreads;
    this.generation = generation;
    this.builtAt = builtAt.toEpochMilli();
  }

  /**
   * Answers a mix of wishes, page by page.
   *
   * @throws RequestException when a seed is not known or has no place, when seeds cancel out, or
   *     when the cursor is of another question or generation
   */
  public Recommendation recommend(RecommendationRequest request) throws IOException {
    return recommend(request.wishes(), shown(request), request.k());
  }

  /**
   * The first tracks of all pages.
   *
   * @param count how many, at least 1; {@value #MOST} at most come back
   * @throws RequestException when a seed is not known or has no place, or when seeds cancel out
   */
  public Recommendation first(Wishes wishes, int count) throws IOException {
    return recommend(wishes, 0, count);
  }

  private Recommendation recommend(Wishes wishes, int shown, int count) throws IOException {
    TrackFilter filter = Exclusions.of(wishes.filter(), wishes.versions(), index);
    FittedSpace space = fitted(wishes.space());
    Metric metric = wishes.space().metric();
    checkKnown(wishes.targets().keySet());
    Targets targets = new Targets(wishes.targets(), spreads);
    List<PlacedSeed> seeds = new SeedPlaces(index, space).of(wishes.seeds());
    Set<Integer> own = own(wishes);
    Candidates candidates =
        new Candidates(
            index,
            wishes.space(),
            relevance(wishes, seeds, targets, space),
            filter,
            wishes.versions(),
            own,
            2 * Selection.window(targets));
    Selection selection = new Selection(index, candidates, metric, targets, wishes.variety());
    int last = Math.min(shown + count, MOST);
    List<Pick> picks = selection.pick(last + 1); // one more, to know whether there is more
    List<Pick> page = picks.subList(Math.min(shown, picks.size()), Math.min(last, picks.size()));
    int passing = index.count(filter);
    return new Recommendation(
        seeds.stream()
            .map(
                seed -> new Taken(seed.seed(), seed.label(), seed.ordinals().size(), seed.values()))
            .toList(),
        recommended(page, new Reasons(seeds, targets, metric, spreads), wishes.versions()),
        shown + 1,
        new Pool(index.size(), passing, Math.min(last, picks.size())),
        page.size() < count
            ? Optional.of(whyFewer(wishes, filter, last, candidates, selection, passing, own))
            : Optional.empty(),
        picks.size() > last && last < MOST
            ? Optional.of(new Cursor(generation, builtAt, question(wishes), last, "").encode())
            : Optional.empty());
  }

  private void checkKnown(Set<NumericField> targets) {
    for (NumericField target : targets) {
      if (!spreads.knows(target)) {
        throw RequestException.invalid(
            "target_" + target.label(),
            "target_%1$s is asked for, but no track of this index has a %1$s."
                .formatted(target.label()));
      }
    }
  }

  private int shown(RecommendationRequest request) {
    return request
        .cursor()
        .map(text -> Cursor.decode(text, generation, builtAt, question(request.wishes())))
        .map(cursor -> (int) Math.min(cursor.shown(), MOST))
        .orElse(0);
  }

  private static int question(Wishes wishes) {
    return Cursor.question(
        wishes.seeds(),
        wishes.targets(),
        wishes.filter(),
        wishes.space().name(),
        wishes.versions(),
        wishes.method(),
        wishes.variety());
  }

  private FittedSpace fitted(FeatureSpace space) {
    return spaces.stream()
        .filter(fitted -> fitted.space().equals(space))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("not in this index: " + space.name()));
  }

  private static Relevance relevance(
      Wishes wishes, List<PlacedSeed> seeds, Targets targets, FittedSpace space) {
    List<Weighted> liked = new ArrayList<>();
    List<Weighted> disliked = new ArrayList<>();
    for (PlacedSeed seed : seeds) {
      double weight = seed.seed().weight();
      (weight > 0 ? liked : disliked).add(new Weighted(seed.vector(), Math.abs(weight)));
    }
    if (liked.stream().allMatch(each -> isCancelled(each, disliked))) {
      throw cancelled(wishes);
    }
    Metric metric = wishes.space().metric();
    return switch (wishes.method()) {
      case ROCCHIO ->
          new Rocchio(
              metric,
              Rocchio.point(wishes.space(), liked, disliked)
                  .map(point -> targets.move(point, space))
                  .orElseThrow(() -> cancelled(wishes)));
      case BEST_SCORE ->
          new BestScore(
              metric,
              liked.stream()
                  .map(each -> new Weighted(targets.move(each.vector(), space), each.weight()))
                  .toList(),
              disliked);
    };
  }

  /** Whether something stands at the same place that is disliked as much. */
  private static boolean isCancelled(Weighted liked, List<Weighted> disliked) {
    return disliked.stream()
        .anyMatch(
            each ->
                each.weight() >= liked.weight() && Arrays.equals(each.vector(), liked.vector()));
  }

  private static RequestException cancelled(Wishes wishes) {
    return RequestException.invalid(
        "seeds",
        "The %d seeds cancel out in %s; leave one out, or ask in another space."
            .formatted(wishes.seeds().size(), wishes.space().name()));
  }

  /** The tracks that are seeds themselves, with the other versions of their recordings. */
  private Set<Integer> own(Wishes wishes) throws IOException {
    Set<Integer> own = new HashSet<>();
    for (Seed seed : wishes.seeds()) {
      if (seed instanceof Seed.OfTrack track) {
        List<Integer> ordinals = index.ordinals(track.id());
        own.addAll(ordinals);
        if (wishes.versions() == Versions.ONE) {
          own.addAll(index.versions(ordinals.getFirst()));
        }
      }
    }
    return own;
  }

  private List<Recommended> recommended(List<Pick> picks, Reasons reasons, Versions versions)
      throws IOException {
    List<Hit> hits =
        picks.stream()
            .map(
                pick -> new Hit(pick.candidate().ordinal(), pick.score(), Double.NaN, pick.parts()))
            .toList();
    List<ScoredTrack> tracks = index.tracks(hits, versions);
    List<Recommended> recommended = new ArrayList<>(tracks.size());
    for (int i = 0; i < tracks.size(); i++) {
      recommended.add(new Recommended(tracks.get(i), reasons.of(picks.get(i))));
    }
    return recommended;
  }

  /**
   * What took most tracks, of everything that takes some; no filter that left as many as wanted.
   */
  private WhyFewer whyFewer(
      Wishes wishes,
      TrackFilter filter,
      int wanted,
      Candidates candidates,
      Selection selection,
      int passing,
      Set<Integer> own)
      throws IOException {
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
    if (candidates.exhausted()) {
      int missing = passing - candidates.found() - own.size();
      removed.put(wishes.versions() == Versions.ONE ? "versions" : "space", missing);
    } else {
      removed.put("cursor", passing - MOST);
    }
    removed.put("seeds", own.size());
    return removed.entrySet().stream()
        .filter(each -> each.getValue() > 0)
        .max(Map.Entry.comparingByValue())
        .map(most -> new WhyFewer(most.getKey(), most.getValue()))
        .orElse(new WhyFewer("catalogue", 0));
  }
}
