package dev.segue.listener;

import java.util.Arrays;

/**
 * Scores of different kinds in one measure: how many standard deviations above the mean of a
 * sample.
 */
public record StandardScore(double mean, double deviation) {
  /** The measure of a sample. */
  public static StandardScore of(double[] sample) {
    double mean = Arrays.stream(sample).average().orElse(0);
    double variance = Arrays.stream(sample).map(x -> (x - mean) * (x - mean)).average().orElse(0);
    return new StandardScore(mean, Math.sqrt(variance));
  }

  /** 0 where all of the sample are equal; NaN for NaN. */
  public double of(double score) {
    return deviation > 0 || Double.isNaN(score) ? (score - mean) / deviation : 0;
  }
}
