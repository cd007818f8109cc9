package dev.segue.http.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.segue.query.RequestException;

/**
 * What went wrong, as {@code application/problem+json} (RFC 9457).
 *
 * @param code stands for one kind of problem, for programs
 * @param detail for people
 * @param parameter what is to be asked differently, where it is one thing
 */
public record Problem(
    String type,
    String title,
    int status,
    String code,
    String detail,
    @JsonInclude(JsonInclude.Include.NON_NULL) String parameter) {
  /** Its media type. */
  public static final String TYPE = "application/problem+json";

  /** A problem that no one parameter is to blame for. */
  public static Problem of(int status, String code, String title, String detail) {
    return new Problem("about:blank", title, status, code, detail, null);
  }

  /** A question that cannot be answered. */
  public static Problem of(RequestException e) {
    return new Problem(
        "about:blank",
        title(e.code()),
        status(e.code()),
        Json.word(e.code()),
        e.getMessage(),
        e.parameter().orElse(null));
  }

  private static int status(RequestException.Code code) {
    return switch (code) {
      case INVALID_PARAMETER, UNKNOWN_PARAMETER, UNKNOWN_SPACE, NOT_IN_CATALOGUE -> 400;
      case TRACK_NOT_FOUND, NOTHING_FOUND -> 404;
      case CURSOR_EXPIRED -> 410;
      case NO_VECTOR -> 422;
    };
  }

  private static String title(RequestException.Code code) {
    return switch (code) {
      case INVALID_PARAMETER -> "Invalid parameter";
      case UNKNOWN_PARAMETER -> "Unknown parameter";
      case UNKNOWN_SPACE -> "Unknown feature space";
      case NOT_IN_CATALOGUE -> "Not in the catalogue";
      case TRACK_NOT_FOUND -> "Unknown track";
      case NOTHING_FOUND -> "Nothing found";
      case CURSOR_EXPIRED -> "Expired cursor";
      case NO_VECTOR -> "No place in this space";
    };
  }
}
