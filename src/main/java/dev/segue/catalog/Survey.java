package dev.segue.catalog;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** What the first pass finds out: which rows are tracks, under which genres, and what is wrong. */
final class Survey {
  private final ReadOptions options;
  private final TypicalValues typical;
  private final Consumer<Track> tracks;
  private final Consumer<RejectedRow> rejects;

  private final BitSet trackRows = new BitSet();
  private final GenreUnion genres = new GenreUnion();
  private final RejectTally tally = new RejectTally();
  private final SortedMap<String, Long> imputed = new TreeMap<>();
  private int rows;

  Survey(
      ReadOptions options,
      TypicalValues typical,
      Consumer<Track> tracks,
      Consumer<RejectedRow> rejects) {
    this.options = options;
    this.typical = typical;
    this.tracks = tracks;
    this.rejects = rejects;
  }

  /** Looks at the rows of one more file. */
  FilePass.Visitor visitor(CatalogFile file) {
    return header -> {
      RowParser parser = new RowParser(header, typical);
      return row -> visit(file, parser, row);
    };
  }

  private void visit(CatalogFile file, RowParser parser, Row row) {
    int number = rows++;
    Track track;
    try {
      track = parser.parse(row.cells());
    } catch (Rejection e) {
      RejectedRow rejected =
          new RejectedRow(
              file.name(), row.line(), e.reason(), e.getMessage(), Arrays.asList(row.cells()));
      tally.add(rejected);
      rejects.accept(rejected);
      return;
    }
    if (options.keepDuplicates() || genres.add(track.id(), track.genres())) {
      trackRows.set(number);
      parser.filled().forEach(column -> imputed.merge(column.label(), 1L, Long::sum));
      tracks.accept(track);
    }
  }

  /**
   * Ends the pass.
   *
   * @throws CatalogException when too many rows were rejected, or no track is left
   */
  CatalogReport report(List<SourceReport> sources, Duration elapsed) throws CatalogException {
    genres.seal();
    long found = trackRows.cardinality();
    String names = sources.stream().map(SourceReport::name).collect(Collectors.joining(", "));
    if (rows == 0) {
      throw new CatalogException("%s: there is a header, but no row.".formatted(names));
    }
    double share = (double) tally.total() / rows;
    if (share > options.maxRejects()) {
      throw new CatalogException(
          ("%s: %d of %d rows were rejected (%s %%), allowed are %s %%. Allow more (max-rejects),"
                  + " or have what is missing filled in (impute).%s")
              .formatted(
                  names,
                  tally.total(),
                  rows,
                  percent(share),
                  percent(options.maxRejects()),
                  tally.told()));
    }
    if (found == 0) {
      throw new CatalogException(
          "%s: no track is left, all %d rows were rejected.%s"
              .formatted(names, rows, tally.told()));
    }
    return new CatalogReport(
        sources,
        rows,
        found,
        rows - tally.total() - found,
        tally.total(),
        tally.byReason(),
        imputed,
        elapsed);
  }

  private static String percent(double share) {
    return BigDecimal.valueOf(100 * share)
        .round(new MathContext(3))
        .stripTrailingZeros()
        .toPlainString();
  }

  /**
   * Looks at the rows of the same files again, in the same order.
   *
   * @param whole gets every track with all its genres
   */
  Replay replay(Consumer<Track> whole) {
    return new Replay(whole);
  }

  /** The second pass. */
  final class Replay {
    private final Consumer<Track> whole;
    private int row;
    private int track;

    private Replay(Consumer<Track> whole) {
      this.whole = whole;
    }

    FilePass.Visitor visitor(CatalogFile file) {
      return header -> {
        RowParser parser = new RowParser(header, typical);
        return row -> visit(file, parser, row);
      };
    }

    private void visit(CatalogFile file, RowParser parser, Row current) throws CatalogException {
      if (!trackRows.get(row++)) {
        return;
      }
      try {
        Track first = parser.parse(current.cells());
        whole.accept(options.keepDuplicates() ? first : first.withGenres(genres.of(track++)));
      } catch (Rejection e) {
        throw file.changed();
      }
    }
  }
}
