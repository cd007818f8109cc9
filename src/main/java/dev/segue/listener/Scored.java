package dev.segue.listener;

import dev.segue.rank.ScorePart;
import dev.segue.recommend.Candidates.Candidate;
import java.util.ArrayList;
import java.util.List;

/**
 * A track by the scales of taste, popularity and sound, NaN where there is none, and its relevance.
 *
 * @param place {@code float[d]}, {@code null} where it has none
 * @param parts what the relevance is the sum of, but for rounding
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Scored(
    int ordinal,
    float[] place,
    double taste,
    double popularity,
    double sound,
    List<ScorePart> parts,
    double relevance) {
  private static final String POPULARITY = "popularity";
  private static final String SOUND = "sound";

  /** Nothing makes it relevant yet. */
  Scored(int ordinal, float[] place, double taste, double popularity, double sound) {
    this(ordinal, place, taste, popularity, sound, List.of(), 0);
  }

  /** With parts of these sizes, but for those that are NaN. */
  Scored with(double taste, double popularity, double sound) {
    List<ScorePart> named = new ArrayList<>();
    add("taste", taste, named);
    add(POPULARITY, popularity, named);
    add(SOUND, sound, named);
    double sum = named.stream().mapToDouble(ScorePart::score).sum();
    return new Scored(ordinal, place, this.taste, this.popularity, this.sound, named, sum);
  }

  private static void add(String name, double part, List<ScorePart> named) {
    if (!Double.isNaN(part)) {
      named.add(new ScorePart(name, part));
    }
  }

  /** So many times less relevant. */
  Scored dividedBy(double divisor) {
    List<ScorePart> divided =
        parts.stream().map(part -> new ScorePart(part.name(), part.score() / divisor)).toList();
    return new Scored(ordinal, place, taste, popularity, sound, divided, relevance / divisor);
  }

  /** What makes it relevant but its sound. */
  double besidesSound() {
    return parts.stream()
        .filter(part -> !part.name().equals(SOUND))
        .mapToDouble(ScorePart::score)
        .sum();
  }

  /** From −1 to 1. */
  Scored bounded() {
    return Math.abs(relevance) > 1 ? dividedBy(Math.abs(relevance)) : this;
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
    return new Candidate(ordinal, place, relevance);
  }
}
