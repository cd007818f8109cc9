package dev.segue.listener;

import dev.segue.rank.ScorePart;
import dev.segue.recommend.Candidates.Candidate;
import java.util.ArrayList;
import java.util.List;

/**
 * A track by the scales of taste, popularity and sound, NaN where there is none, and the parts of
 * its relevance.
 *
 * @param place {@code float[d]}, {@code null} where it has none
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Scored(
    int ordinal,
    float[] place,
    double taste,
    double popularity,
    double sound,
    List<ScorePart> parts) {
  private static final String POPULARITY = "popularity";

  /** With parts of these sizes, but for those that are NaN. */
  Scored with(double taste, double popularity, double sound) {
    List<ScorePart> named = new ArrayList<>();
    add("taste", taste, named);
    add(POPULARITY, popularity, named);
    add("sound", sound, named);
    return new Scored(ordinal, place, this.taste, this.popularity, this.sound, named);
  }

  private static void add(String name, double part, List<ScorePart> named) {
    if (!Double.isNaN(part)) {
      named.add(new ScorePart(name, part));
    }
  }

  /** With parts that are so many times smaller. */
  Scored dividedBy(double divisor) {
    List<ScorePart> divided =
        parts.stream().map(part -> new ScorePart(part.name(), part.score() / divisor)).toList();
    return new Scored(ordinal, place, taste, popularity, sound, divided);
  }

  /** The sum of the parts. */
  double relevance() {
    double sum = 0;
    for (ScorePart part : parts) {
      sum += part.score();
    }
    return sum;
  }

  /** Whether popularity says something for it, and the most. */
  boolean isPopular() {
    double most = parts.stream().mapToDouble(ScorePart::score).max().orElse(0);
    return most > 0 && parts.contains(new ScorePart(POPULARITY, most));
  }

  /** By both; by popularity alone where taste says nothing. */
  double tasteAndPopularity() {
    return Double.isNaN(taste) ? popularity : taste + popularity;
  }

  Candidate candidate() {
    return new Candidate(ordinal, place, relevance());
  }
}
