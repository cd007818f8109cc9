package dev.segue.recommend;

import dev.segue.index.Exclusions;
import dev.segue.index.TrackIndex;
import dev.segue.query.Cursor;
import dev.segue.query.RequestException;
import dev.segue.query.Versions;
import dev.segue.recommend.Pages.Place;
import dev.segue.recommend.Pages.Ranking;
import dev.segue.recommend.Relevance.Weighted;
import dev.segue.vector.FittedSpace;
import dev.segue.vector.Metric;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Mixed seeds to tracks: {@link SeedPlaces} finds where the seeds stand, {@link Relevance} makes
 * one ranking of them, {@link SeedCandidates} go through it, and {@link Pages} makes answers of
 * these. Thread-safe.
 */
public final class MixedRecommender {
  private final TrackIndex index;
  private final List<FittedSpace> spaces;
  private final Pages pages;

  /**
   * A recommender over an index.
   *
   * @param spaces those of the index
   */
  public MixedRecommender(TrackIndex index, List<FittedSpace> spaces, Pages pages) {
    this.index = index;
    this.spaces = List.copyOf(spaces);
    this.pages = pages;
  }

  /**
   * Answers a mix of wishes, page by page.
   *
   * @throws RequestException when a seed is not known or has no place, when seeds cancel out, or
   *     when the cursor is of another question or generation
   */
  public Recommendation recommend(RecommendationRequest request) throws IOException {
    Place place = pages.place(request.cursor(), question(request.wishes()));
    return recommend(request.wishes(), place, request.k());
  }

  /**
   * The first tracks of all pages.
   *
   * @param count how many, at least 1; {@value Pages#MOST} at most come back
   * @throws RequestException when a seed is not known or has no place, or when seeds cancel out
   */
  public Recommendation first(Wishes wishes, int count) throws IOException {
    return recommend(wishes, new Place(question(wishes), 0, ""), count);
  }

  private Recommendation recommend(Wishes wishes, Place place, int count) throws IOException {
    Conditions asked = wishes.conditions();
    Conditions conditions = asked.passing(Exclusions.of(asked.filter(), asked.versions(), index));
    FittedSpace space = FittedSpace.of(conditions.space(), spaces);
    Targets targets = pages.targets(conditions.targets());
    List<PlacedSeed> seeds = new SeedPlaces(index, space).of(wishes.seeds());
    Set<Integer> own = own(wishes);
    SeedCandidates candidates =
        new SeedCandidates(
            index,
            conditions.space(),
            relevance(wishes, seeds, targets, space),
            conditions.filter(),
            conditions.versions(),
            own,
            2 * Pages.window(conditions));
    return pages.page(
        new Ranking(candidates, conditions, seeds, own, "seeds", "space"), place, count);
  }

  private static int question(Wishes wishes) {
    return Cursor.question(wishes.seeds(), wishes.method(), wishes.conditions());
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
    Metric metric = space.space().metric();
    return switch (wishes.method()) {
      case ROCCHIO ->
          new Rocchio(
              metric,
              Rocchio.point(space.space(), liked, disliked)
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
            .formatted(wishes.seeds().size(), wishes.conditions().space().name()));
  }

  /** The tracks that are seeds themselves, with the other versions of their recordings. */
  private Set<Integer> own(Wishes wishes) throws IOException {
    Set<Integer> own = new HashSet<>();
    for (Seed seed : wishes.seeds()) {
      if (seed instanceof Seed.OfTrack track) {
        List<Integer> ordinals = index.ordinals(track.id());
        own.addAll(ordinals);
        if (wishes.conditions().versions() == Versions.ONE) {
          own.addAll(index.versions(ordinals.getFirst()));
        }
      }
    }
    return own;
  }
}
