package dev.segue.catalog;

/** Why a row is no track. It says what an exception says and costs no stack trace. */
final class Rejection extends Exception {
  private static final long serialVersionUID = 1;

  private final String reason;

  /**
   * Rejects the row.
   *
   * @param reason see {@link RejectedRow#reason}
   * @param detail see {@link RejectedRow#detail}
   */
  Rejection(String reason, String detail) {
    super(detail, null, false, false);
    this.reason = reason;
  }

  String reason() {
    return reason;
  }
}
