package dev.segue.query;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A title without what was added to it: "Creep" of "Creep - Acoustic", "Hurt" of "Hurt (Live) [2003
 * Remaster]". What is in brackets, and what follows a dash between spaces, is an addition.
 */
public final class BareTitle {
  /** In brackets, or behind a dash between blanks; each in a group. */
  static final String ADDITIONS = "\\s*[(\\[（【]([^)\\]）】]*)[)\\]）】]|\\s+[-–—]\\s(.*)";

  private static final Pattern ADDITION = Pattern.compile(ADDITIONS);

  private BareTitle() {}

  /** The bare title, where it is another than the title. */
  public static Optional<String> of(String title) {
    String bare = ADDITION.matcher(title).replaceAll("");
    return bare.equals(title) || bare.isBlank() ? Optional.empty() : Optional.of(bare);
  }
}
