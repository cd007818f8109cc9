package dev.segue.recommend;

import dev.segue.rank.ScorePart;
import java.io.IOException;
import java.util.List;

/** Tracks that may be answered, the most relevant first, each once. For one thread. */
public interface Candidates {
  /**
   * A track that may be answered.
   *
   * @param vector its place, {@code float[d]}; {@code null} where it has none in the space
   * @param relevance higher is better; 1 for what fits best, or nearly
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Candidate(int ordinal, float[] vector, double relevance) {}

  /** The next ones; perhaps none, though there are more. */
  List<Candidate> more() throws IOException;

  /** Whether there are no more. */
  boolean exhausted();

  /** How many were found so far. */
  int found();

  /** What the relevance of a candidate is the sum of. */
  List<ScorePart> parts(Candidate candidate);

  /** Why it is one, but for what it has of the seeds. */
  default List<Reason> reasons(Candidate candidate) throws IOException {
    return List.of();
  }

  /** Whether it is one because of what it has of the seeds. */
  default boolean isLikeSeeds(Candidate candidate) {
    return true;
  }
}
