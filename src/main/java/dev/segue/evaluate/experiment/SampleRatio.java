package dev.segue.evaluate.experiment;

import java.util.Arrays;
import java.util.Optional;
import org.hipparchus.special.Gamma;

/**
 * Whether there are as many users in each variant as their shares say. If not, users are missing
 * from one because of the variant itself or by a fault, and differences mislead (Fabijan et al.
 * 2019, "Diagnosing sample ratio mismatch in online controlled experiments"). The test is Pearson's
 * χ², {@code Σ (users − expected)² / expected}, with one degree of freedom less than variants.
 *
 * @param chiSquare 0 where they are exactly as many
 * @param pValue how likely chance alone brings them as far off
 * @param mismatch whether that is less than {@value #LIMIT}, which one believes no more
 */
public record SampleRatio(double chiSquare, double pValue, boolean mismatch) {
  /** What practitioners take: false alarms are rare, and true ones are far below. */
  private static final double LIMIT = .001;

  /** With fewer expected in a variant, χ² is not what it is called (Cochran 1954). */
  private static final double LEAST_EXPECTED = 5;

  /**
   * Compares; empty where there are too few variants or users.
   *
   * @param users of each variant
   * @param shares of each variant, which need not add up to anything
   */
  static Optional<SampleRatio> of(int[] users, double[] shares) {
    double each = Arrays.stream(users).sum() / Arrays.stream(shares).sum();
    double chiSquare = 0;
    for (int i = 0; i < users.length; i++) {
      double expected = each * shares[i];
      if (users.length < 2 || expected < LEAST_EXPECTED) {
        return Optional.empty();
      }
      chiSquare += (users[i] - expected) * (users[i] - expected) / expected;
    }
    double p = Gamma.regularizedGammaQ((users.length - 1) / 2.0, chiSquare / 2);
    return Optional.of(new SampleRatio(chiSquare, p, p < LIMIT));
  }
}
