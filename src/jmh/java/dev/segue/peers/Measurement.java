package dev.segue.peers;

/**
 * What a peer did with a dataset, or why it did not.
 *
 * @param n how many vectors there were
 * @param setting {@code exact}, or how many candidates a search kept
 * @param recall at 10, by distance, [0, 1]
 * @param p50Micros of single questions on one thread; the median over rounds
 * @param buildSeconds wall-clock time
 * @param memoryMegabytes millions of bytes on the heap, in files and in native memory; vectors are
 *     in it
 * @param notRun why, and then the rest is {@code null}; otherwise {@code null}
 */
record Measurement(
    String space,
    int n,
    String peer,
    String setting,
    Double recall,
    Double p50Micros,
    Double p95Micros,
    Double buildSeconds,
    Double memoryMegabytes,
    String notRun) {
  static final String HEADINGS =
      "%-10s %10s %-14s %7s %7s %9s %9s %9s %9s"
          .formatted(
              "space", "n", "peer", "setting", "recall", "p50 us", "p95 us", "build s", "MB");

  static Measurement notRun(Dataset dataset, String peer, Throwable reason) {
    return new Measurement(
        dataset.space().name(),
        dataset.size(),
        peer,
        null,
        null,
        null,
        null,
        null,
        null,
        reason.toString());
  }

  /** As a line of a table below {@link #HEADINGS}. */
  String line() {
    String subject = "%-10s %,10d %-14s ".formatted(space, n, peer);
    return notRun != null
        ? subject + "not run: " + notRun
        : subject
            + "%7s %7.4f %9.1f %9.1f %9.2f %9.1f"
                .formatted(setting, recall, p50Micros, p95Micros, buildSeconds, memoryMegabytes);
  }
}
