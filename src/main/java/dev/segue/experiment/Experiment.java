package dev.segue.experiment;

import dev.segue.query.RequestException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Users, split among variants by a hash.
 *
 * <p>A user's place is {@code h / 16¹³ · 100}, in [0, 100), where h is the first 13 hexadecimal
 * digits of the SHA-256 of the experiment's name, a NUL and the user's id, in UTF-8: 52 bits, which
 * every language's doubles hold. The first variant has the places from 0 to below its share, the
 * next those from there to below both shares, and so on; users beyond the last are in none. So
 * whoever knows the file knows the split, nothing has to be kept, users stay where they are for as
 * long as name, shares and their order do, and where they are in one experiment says nothing of
 * where they are in another (Kohavi, Tang & Xu 2020, "Trustworthy online controlled experiments",
 * section 4).
 *
 * @param name 1 to 64 of a–z, 0–9, _ and -; of two experiments, no two have the same
 * @param start from when on it answers; what users did before does not count
 * @param variants at least one, the first of which others are compared with; their shares add up to
 *     at most 100
 */
public record Experiment(String name, Instant start, List<Variant> variants) {
  private static final Pattern NAME = Pattern.compile("[a-z0-9_-]{1,64}");

  private static final int DIGITS = 13;

  /** Shares such as three times 33.3333 and the rest add up to 100 but for rounding. */
  private static final double ROUNDING = 1e-9;

  /**
   * Checks and copies.
   *
   * @throws RequestException naming what is wrong, and the limit
   */
  public Experiment {
    checkName(name);
    variants = List.copyOf(variants);
    if (variants.isEmpty()) {
      throw RequestException.invalid(
          "variants", "variants is an empty list, must have one or more.");
    }
    Set<String> names = new HashSet<>();
    double shares = 0;
    for (Variant variant : variants) {
      shares += variant.share();
      if (!names.add(variant.name())) {
        throw RequestException.invalid(
            "variants", "there are two variants with the name '%s'.".formatted(variant.name()));
      }
    }
    if (shares > 100 + ROUNDING) {
      throw RequestException.invalid(
          "share", "the shares add up to %s, allowed is 100.".formatted(shares));
    }
  }

  static void checkName(String name) {
    if (!NAME.matcher(name).matches()) {
      throw RequestException.invalid(
          "name", "name is '%s', allowed are 1 to 64 of a-z, 0-9, _ and -.".formatted(name));
    }
  }

  /** The variant that a user has, by the hash alone; none for those beyond the shares. */
  public Optional<Variant> of(String userId) {
    double place = place(userId);
    double end = 0;
    for (Variant variant : variants) {
      end += variant.share();
      if (place < end) {
        return Optional.of(variant);
      }
    }
    return Optional.empty();
  }

  /** Where a user stands, [0, 100). */
  double place(String userId) {
    byte[] text = (name + "\0" + userId).getBytes(StandardCharsets.UTF_8);
    byte[] digest;
    try {
      digest = MessageDigest.getInstance("SHA-256").digest(text);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every JDK has it
    }
    long first = ByteBuffer.wrap(digest).getLong() >>> (Long.SIZE - 4 * DIGITS);
    return first / Math.pow(16, DIGITS) * 100;
  }
}
