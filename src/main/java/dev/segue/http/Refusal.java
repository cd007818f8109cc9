package dev.segue.http;

import dev.segue.http.api.Problem;
import java.util.Arrays;
import java.util.Locale;

/** What goes wrong at the edge, before or behind the question itself; each has its own status. */
enum Refusal {
  BAD_REQUEST(
      400,
      "Bad request",
      "The request is no well-formed HTTP/1.1, or its address no percent-encoded UTF-8."),
  NOT_FOUND(404, "Not found", "There is nothing at this address."),
  METHOD_NOT_ALLOWED(405, "Method not allowed", "This address does not take this method."),
  BODY_TOO_LARGE(413, "Body too large", "The body is too large."),
  URI_TOO_LONG(414, "Address too long", "An address may have about 8 KiB."),
  HEADERS_TOO_LARGE(431, "Headers too large", "All headers together may have 8 KiB."),
  INTERNAL_ERROR(
      500,
      "Internal error",
      "This is our mistake. The log says more under the id in X-Request-Id.");

  /** A caller's mistake, though its number says otherwise. */
  private static final int UNKNOWN_HTTP_VERSION = 505;

  private final int status;
  private final String title;
  private final String detail;

  Refusal(int status, String title, String detail) {
    this.status = status;
    this.title = title;
    this.detail = detail;
  }

  /** The refusal of that status, or the plainest one of its kind. */
  static Refusal of(int status) {
    return Arrays.stream(values())
        .filter(refusal -> refusal.status == status)
        .findFirst()
        .orElse(status < 500 || status == UNKNOWN_HTTP_VERSION ? BAD_REQUEST : INTERNAL_ERROR);
  }

  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  Problem problem() {
    return problem(detail);
  }

  Problem problem(String ownDetail) {
    return Problem.of(status, code(), title, ownDetail);
  }
}
