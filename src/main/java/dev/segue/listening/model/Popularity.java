package dev.segue.listening.model;

import dev.segue.listening.Interactions;
import dev.segue.listening.ListeningException;
import java.io.IOException;
import java.util.stream.IntStream;

/**
 * What most listen to, the same for everybody:
 *
 * <p>{@code score(j) = Σ 2^(−age / half life)} over the records of item j,
 *
 * <p>where the age of a record is the time from it to the last record of all. Without a half life
 * every record counts 1. O(records) to train, O(items) to score.
 */
final class Popularity implements TasteModel {
  private static final double SECONDS_A_DAY = 86_400;
  private static final String SCORES = "scores";

  private final float[] scores;

  private Popularity(float[] scores) {
    this.scores = scores;
  }

  /** A sum and a score for each item, or before that a mark for each user and item. */
  static MemoryNeed need(Shape data) {
    return new MemoryNeed(data.users() + data.items() * (Double.BYTES + Float.BYTES), data.items());
  }

  /**
   * Counts.
   *
   * @param halfLifeDays after which a record counts half; 0 for never
   */
  static Popularity of(Interactions data, double halfLifeDays) throws ListeningException {
    if (halfLifeDays > 0 && !data.timed()) {
      throw new ListeningException(
          "half_life_days is %s, but not every record has a time.".formatted(halfLifeDays));
    }
    long last = IntStream.range(0, data.size()).mapToLong(data::time).max().orElse(0);
    double[] sums = new double[data.items().size()];
    for (int i = 0; i < data.size(); i++) {
      if (data.value(i) > 0) {
        double days = halfLifeDays == 0 ? 0 : (last - data.time(i)) / SECONDS_A_DAY;
        sums[data.item(i)] += halfLifeDays == 0 ? 1 : Math.pow(2, -days / halfLifeDays);
      }
    }
    float[] scores = new float[sums.length];
    for (int j = 0; j < scores.length; j++) {
      scores[j] = (float) sums[j];
    }
    return new Popularity(scores);
  }

  @Override
  public int items() {
    return scores.length;
  }

  @Override
  public void score(History history, float[] into) {
    System.arraycopy(scores, 0, into, 0, scores.length);
  }

  @Override
  public double[] contributions(History history, int item) {
    return new double[history.items().length];
  }

  @Override
  public void write(NumberFiles files) throws IOException {
    files.put(SCORES, scores);
  }

  static Popularity read(NumberFiles files, int items) throws IOException, ListeningException {
    return new Popularity(files.floats(SCORES, items)[0]);
  }
}
