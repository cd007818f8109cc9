package dev.segue.search;

import dev.segue.index.Facets;
import dev.segue.index.NearestQuery;
import dev.segue.index.TextHits;
import dev.segue.index.TrackIndex;
import dev.segue.query.Cursor;
import dev.segue.query.TrackFilter;
import dev.segue.query.TrackSort;
import dev.segue.query.Versions;
import dev.segue.rank.Hit;
import dev.segue.rank.Leg;
import dev.segue.rank.ScoredTrack;
import dev.segue.search.SearchRequest.Blend;
import dev.segue.search.SearchRequest.Mode;
import dev.segue.search.Understanding.Meaning;
import dev.segue.search.WordSearch.Answer;
import dev.segue.search.WordSearch.Page;
import dev.segue.vector.FeatureSpace;
import dev.segue.vector.Metric;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Joins words with sound. Up to three legs are fused: the tracks that have the words; the tracks
 * that fulfil the wishes understood in them, the most popular or those with the other words first;
 * and the tracks nearest to the centroid of the best {@value #SEEDS} of these, in a feature space
 * (Rocchio 1971, "Relevance feedback in information retrieval", with the words' best as the
 * relevant ones, none irrelevant, and no weight for the question, which has no place in the space).
 */
final class HybridSearch {
  private static final int SEEDS = 10;

  /** So many tracks of each leg are fused, and can be paged through. */
  private static final int DEPTH = 100;

  /** A title of the very words typed comes before what fulfils wishes and sounds so. */
  private static final double TYPED_WEIGHT = 3;

  private static final double WORDS_WEIGHT = 1;
  private static final double SOUND_WEIGHT = 0.5;

  private static final String TEXT = "text";
  private static final String SOUND = "sound";

  private final TrackIndex index;
  private final WordSearch words;
  private final Optional<FeatureSpace> defaultSpace;

  HybridSearch(TrackIndex index, WordSearch words, Optional<FeatureSpace> defaultSpace) {
    this.index = index;
    this.words = words;
    this.defaultSpace = defaultSpace;
  }

  /**
   * A page of the joined answer.
   *
   * @param words the answer of the words that seeded it
   */
  record Joined(TextHits hits, Answer words) {}

  /**
   * Joins.
   *
   * @param typed the answer of the words alone
   */
  Joined answer(Answer typed, Meaning meaning, Page page, Mode mode, Blend blend)
      throws IOException {
    int offset = page.after().map(HybridSearch::offset).orElse(0);
    TrackFilter filter = page.filter();
    Answer seeding =
        typed.isWhole() && page.sort().equals(TrackSort.RELEVANCE)
            ? typed
            : words.hits(typed.reading(), page.best(DEPTH));
    List<Hit> seeds = seeding.hits().ranking();
    List<Leg> legs = new ArrayList<>();
    boolean wishes = !meaning.wishes().isEmpty();
    addLeg(legs, TEXT, wishes ? TYPED_WEIGHT : WORDS_WEIGHT, seeds);
    if (wishes) {
      Page among = page.within(meaning.filter()).best(DEPTH);
      filter = among.filter();
      Answer wished =
          seeding.isEmpty()
              ? words.answer(meaning.rest(), among)
              : words.asTyped(meaning.rest(), among);
      seeding = seeding.isEmpty() ? wished : seeding;
      seeds = wished.hits().ranking();
      addLeg(legs, TEXT, WORDS_WEIGHT, seeds);
    }
    List<Hit> sound = near(seeds, filter, page.versions(), blend.space().or(() -> defaultSpace));
    if (mode == Mode.SOUND) {
      legs.clear();
    }
    addLeg(legs, SOUND, mode == Mode.SOUND ? 1 : SOUND_WEIGHT, sound);
    List<Hit> fused =
        blend.fusion().fuse(page.versions() == Versions.ONE ? oneVersion(legs) : legs);
    int end = Math.min(fused.size(), offset + page.limit());
    TextHits hits =
        new TextHits(
            fused.size(),
            fused.subList(Math.min(offset, end), end),
            false,
            page.facets() ? Optional.of(facets(fused)) : Optional.empty(),
            page.budget().isSpent(),
            end < fused.size() ? Optional.of(Integer.toString(end)) : Optional.empty());
    return new Joined(hits, seeding);
  }

  /** The same legs with one version of each recording in all of them: that of the first leg. */
  private List<Leg> oneVersion(List<Leg> legs) {
    Map<Integer, Integer> chosen = new HashMap<>();
    List<Leg> same = new ArrayList<>(legs.size());
    for (Leg leg : legs) {
      List<Hit> hits = new ArrayList<>(leg.hits().size());
      for (Hit hit : leg.hits()) {
        int recording = index.versions(hit.ordinal()).getFirst();
        Integer first = chosen.putIfAbsent(recording, hit.ordinal());
        hits.add(first == null ? hit : new Hit(first, hit.score(), hit.distance(), hit.parts()));
      }
      same.add(new Leg(leg.name(), leg.weight(), hits));
    }
    return same;
  }

  private Facets facets(List<Hit> hits) throws IOException {
    return Facets.of(index.tracks(hits, Versions.ALL).stream().map(ScoredTrack::track).toList());
  }

  private static void addLeg(List<Leg> legs, String name, double weight, List<Hit> hits) {
    if (!hits.isEmpty()) {
      legs.add(new Leg(name, weight, hits));
    }
  }

  /** The tracks nearest to the centroid of the seeds. */
  private List<Hit> near(
      List<Hit> seeds, TrackFilter filter, Versions versions, Optional<FeatureSpace> space)
      throws IOException {
    Optional<float[]> centroid = space.isEmpty() ? Optional.empty() : centroid(seeds, space.get());
    return centroid.isEmpty()
        ? List.of()
        : index.nearest(
            new NearestQuery(space.get(), centroid.get(), DEPTH, filter, versions, Set.of()));
  }

  /** The mean of the seeds that have a place in the space, of unit length in a cosine space. */
  private Optional<float[]> centroid(List<Hit> seeds, FeatureSpace space) throws IOException {
    double[] sum = new double[space.dimension()];
    int placed = 0;
    for (Hit seed : seeds.subList(0, Math.min(SEEDS, seeds.size()))) {
      Optional<float[]> vector = index.vector(space, seed.ordinal());
      if (vector.isPresent()) {
        placed++;
        for (int i = 0; i < sum.length; i++) {
          sum[i] += vector.get()[i];
        }
      }
    }
    double divisor = space.metric() == Metric.COSINE ? length(sum) : placed;
    if (placed == 0 || divisor == 0) {
      return Optional.empty();
    }
    float[] centroid = new float[sum.length];
    for (int i = 0; i < sum.length; i++) {
      centroid[i] = (float) (sum[i] / divisor);
    }
    return Optional.of(centroid);
  }

  private static double length(double[] vector) {
    double squares = 0;
    for (double value : vector) {
      squares += value * value;
    }
    return Math.sqrt(squares);
  }

  private static int offset(String place) {
    try {
      int offset = Integer.parseInt(place);
      if (offset > 0) {
        return offset;
      }
    } catch (NumberFormatException e) {
      // A place in another answer: refused below.
    }
    throw Cursor.invalid();
  }
}
