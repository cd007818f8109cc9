package dev.segue.cli;

import dev.segue.catalog.CatalogReport;
import dev.segue.engine.Rebuild;
import java.util.List;
import java.util.Map;

/** What {@code segue index} answers. */
record IndexReport(
    long generation,
    long rows,
    long tracks,
    long mergedDuplicates,
    long rejected,
    Map<String, Long> rejectsByReason,
    String rejectsFile,
    Map<String, Long> imputed,
    List<Source> sources,
    double seconds,
    double rowsPerSecond) {
  private static final double MILLIS = 1e3;

  /**
   * A file that was read.
   *
   * @param brokenSequences of bytes that are no UTF-8 and were replaced
   */
  record Source(String name, long bytes, long rows, long brokenSequences) {}

  static IndexReport of(Rebuild.Result result) {
    CatalogReport read = result.report();
    double seconds = result.elapsed().toMillis() / MILLIS;
    return new IndexReport(
        result.generation(),
        read.rows(),
        read.tracks(),
        read.mergedDuplicates(),
        read.rejected(),
        read.rejectsByReason(),
        result.rejects().toString(),
        read.imputed(),
        read.sources().stream()
            .map(
                source ->
                    new Source(
                        source.name(), source.bytes(), source.rows(), source.brokenSequences()))
            .toList(),
        seconds,
        Math.round(read.rows() / Math.max(seconds, 1 / MILLIS)));
  }

  void write(Output out) {
    out.line(
        "%,d tracks from %,d rows in %.1f s (%,.0f rows/s); generation %d answers now.",
        tracks, rows, seconds, rowsPerSecond, generation);
    if (mergedDuplicates > 0) {
      out.line("%,d rows merged into tracks seen before", mergedDuplicates);
    }
    imputed.forEach((column, count) -> out.line("%,d × %s filled in", count, column));
    for (Source source : sources) {
      if (source.brokenSequences() > 0) {
        out.line(
            "%,d broken UTF-8 sequences replaced in %s", source.brokenSequences(), source.name());
      }
    }
    if (rejected > 0) {
      out.line("%,d rows rejected, listed in %s", rejected, rejectsFile);
      rejectsByReason.forEach((reason, count) -> out.line("  %,d × %s", count, reason));
    }
  }
}
