package dev.segue.evaluate.experiment;

import java.util.Locale;

/** What is compared between variants: the mean over users, each of whom counts as one. */
public enum Outcome {
  PLAYS,
  SKIPS,
  LIKES,
  DISLIKES,
  SAVES,
  /** {@code skips / (plays + skips)} of a user, [0, 1]; users who did neither are left out. */
  SKIP_RATE;

  /** As reports have it. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Of one user; {@code NaN} for who is left out. */
  double of(Activity user) {
    return switch (this) {
      case PLAYS -> user.plays();
      case SKIPS -> user.skips();
      case LIKES -> user.likes();
      case DISLIKES -> user.dislikes();
      case SAVES -> user.saves();
      case SKIP_RATE -> (double) user.skips() / (user.plays() + user.skips());
    };
  }
}
