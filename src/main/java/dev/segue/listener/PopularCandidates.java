package dev.segue.listener;

import dev.segue.catalog.NumericField;
import dev.segue.index.TrackIndex;
import dev.segue.rank.ScorePart;
import dev.segue.recommend.Candidates;
import dev.segue.recommend.Conditions;
import dev.segue.recommend.Reason;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The most popular tracks first, for a listener of whom nothing is known. */
final class PopularCandidates implements Candidates {
  private static final int FIRST = 300;
  private static final double MOST_POPULAR = 100;

  private final TrackIndex index;
  private final Conditions conditions;
  private final Set<Integer> leftOut;
  private final Set<Integer> seen = new HashSet<>();
  private int depth = FIRST;
  private boolean exhausted;

  PopularCandidates(TrackIndex index, Conditions conditions, Set<Integer> leftOut) {
    this.index = index;
    this.conditions = conditions;
    this.leftOut = leftOut;
  }

  @Override
  public boolean exhausted() {
    return exhausted;
  }

  @Override
  public int found() {
    return seen.size();
  }

  @Override
  public List<ScorePart> parts(Candidate candidate) {
    return List.of(new ScorePart("popularity", candidate.relevance()));
  }

  @Override
  public boolean isLikeSeeds(Candidate candidate) {
    return false;
  }

  @Override
  public List<Reason> reasons(Candidate candidate) {
    return List.of(
        Reason.of(
            Reason.Kind.POPULARITY,
            "popular: %.0f of 100".formatted(MOST_POPULAR * candidate.relevance()),
            -1));
  }

  @Override
  public List<Candidate> more() throws IOException {
    List<Integer> popular = index.mostPopular(conditions.filter(), conditions.versions(), depth);
    exhausted = popular.size() < depth;
    depth *= 2;
    int[] fresh =
        popular.stream()
            .filter(ordinal -> !isLeftOut(ordinal) && seen.add(ordinal))
            .mapToInt(ordinal -> ordinal)
            .toArray();
    double[] popularity = index.numbers(NumericField.POPULARITY, fresh);
    List<Candidate> candidates = new ArrayList<>();
    for (int i = 0; i < fresh.length; i++) {
      double known = Double.isNaN(popularity[i]) ? 0 : popularity[i];
      float[] place = index.vector(conditions.space(), fresh[i]).orElse(null);
      candidates.add(new Candidate(fresh[i], place, known / MOST_POPULAR));
    }
    return candidates;
  }

  private boolean isLeftOut(int ordinal) {
    return index.versions(ordinal).stream().anyMatch(leftOut::contains);
  }
}
