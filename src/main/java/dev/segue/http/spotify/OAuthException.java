package dev.segue.http.spotify;

/** No token, and why (RFC 6749, section 5.2). */
public final class OAuthException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String error;

  OAuthException(String error, String description) {
    super(description);
    this.error = error;
  }

  /** What is wrong, for programs. */
  public String error() {
    return error;
  }
}
