package dev.segue.http.spotify;

import dev.segue.http.api.Problem;

/** Why there is no token (RFC 6749, section 5.2). */
public record OAuthError(String error, String errorDescription) {
  /** What the asker did wrong. */
  public static OAuthError of(OAuthException e) {
    return new OAuthError(e.error(), e.getMessage());
  }

  /** A problem of the other face. */
  public static OAuthError of(Problem problem) {
    return new OAuthError(
        problem.status() < 500 ? "invalid_request" : "server_error", problem.detail());
  }
}
