package dev.segue.evaluate.experiment;

import dev.segue.evaluate.Estimate;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What an experiment has shown.
 *
 * @param from when the first events counted could be
 * @param to events of then and later did not count; {@code null} where all did
 * @param events of users in a variant
 * @param otherUsers who did something in that time and were in no variant of this experiment
 * @param seed of everything that was drawn
 * @param sampleRatio {@code null} where there are too few variants or users to say
 * @param differences of each but the first variant from the first
 */
public record ExperimentReport(
    String experiment,
    Instant from,
    Instant to,
    long events,
    int otherUsers,
    long seed,
    List<OfVariant> variants,
    SampleRatio sampleRatio,
    List<OfOutcome> differences) {
  /** Copies. */
  public ExperimentReport {
    variants = List.copyOf(variants);
    differences = List.copyOf(differences);
  }

  /**
   * One variant.
   *
   * @param share of all users that it was meant to have, in percent
   * @param users who did something
   * @param outcomes the mean over them, by {@link Outcome#key}; without those of which there is
   *     nobody
   */
  public record OfVariant(
      String variant,
      double share,
      Map<String, String> parameters,
      int users,
      Map<String, Estimate> outcomes) {
    /** Copies. */
    public OfVariant {
      parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
      outcomes = Collections.unmodifiableMap(new LinkedHashMap<>(outcomes));
    }
  }

  /**
   * How a variant differs from the first in one outcome.
   *
   * @param outcome its {@link Outcome#key}
   * @param pValue of a {@link dev.segue.evaluate.PermutationTest}
   * @param correctedPValue by {@link dev.segue.evaluate.HolmCorrection}, over all differences of
   *     the report
   * @param significant whether that is less than .05
   */
  public record OfOutcome(
      String variant,
      String outcome,
      Estimate difference,
      double pValue,
      double correctedPValue,
      boolean significant) {}
}
