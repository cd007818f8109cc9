package dev.segue.listener;

import dev.segue.vector.Metric;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Scores of different kinds in one measure: how far they are from what is said of a track that has
 * nothing to do with what somebody likes, in units of how far apart <em>one</em> liking puts
 * tracks.
 *
 * <p>The unit is that of a model or a space, not of a listener: of whom a model of taste knows
 * little it says little, and sound counts for more; in standard scores of each listener that would
 * be lost.
 *
 * @param mean of what one liking says of tracks
 * @param deviation the root mean square, over likings, of the standard deviations of what each says
 */
public record LikingScale(double mean, double deviation) {
  /** So many likings are enough for a scale. */
  private static final int SAMPLE = 250;

  /** Which of some likings are taken for a scale, always the same. */
  public static IntStream sample(int likings) {
    int size = Math.min(SAMPLE, likings);
    return IntStream.range(0, size).map(i -> (int) ((long) i * likings / size));
  }

  /**
   * The scale of a model of taste. Its mean is 0, which models say where they see no connection.
   *
   * @param likings how many
   * @param scores what each of them says of some other items
   */
  public static LikingScale ofTaste(int likings, IntFunction<double[]> scores) {
    return new LikingScale(0, of(likings, scores).deviation());
  }

  /**
   * The scale of match scores.
   *
   * @param places of the space, {@code float[d]}, each of them a liking
   */
  public static LikingScale ofSound(Metric metric, List<float[]> places) {
    return of(
        places.size(),
        liking ->
            IntStream.range(0, places.size())
                .filter(other -> other != liking)
                .mapToObj(places::get)
                .mapToDouble(other -> metric.matchScore(metric.distance(places.get(liking), other)))
                .toArray());
  }

  /**
   * The scale of popularity, which is what is said to somebody of whom nothing is known.
   *
   * @param popularity of items, how many listeners have each
   */
  public static LikingScale ofPopularity(int[] popularity) {
    return of(1, nobody -> Arrays.stream(popularity).asDoubleStream().toArray());
  }

  private static LikingScale of(int likings, IntFunction<double[]> scores) {
    double means = 0;
    double variances = 0;
    for (int liking = 0; liking < likings; liking++) {
      double[] said = scores.apply(liking);
      double mean = Arrays.stream(said).average().orElse(0);
      means += mean;
      variances +=
          DoubleStream.of(said).map(score -> (score - mean) * (score - mean)).average().orElse(0);
    }
    return new LikingScale(
        likings == 0 ? 0 : means / likings, likings == 0 ? 0 : Math.sqrt(variances / likings));
  }

  /**
   * A score in this measure.
   *
   * @return 0 where all likings say the same of all tracks; NaN for NaN
   */
  public double of(double score) {
    return deviation > 0 || Double.isNaN(score) ? (score - mean) / deviation : 0;
  }
}
