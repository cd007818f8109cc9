package dev.segue.engine;

import dev.segue.catalog.Progress;
import dev.segue.catalog.Track;
import dev.segue.index.IndexedTrack;
import dev.segue.index.TrackIndex;
import dev.segue.rank.ScoredTrack;
import dev.segue.recommend.SimilarRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * Every track with its nearest, as a CSV file in catalogue order. All cores search, one writes; the
 * file appears under its name when it is whole.
 *
 * <p>Cells are data and written as they are. A spreadsheet may take one that begins with {@code =},
 * {@code +}, {@code -} or {@code @} for a formula.
 */
public final class SimilarExport {
  /** The columns, in order. */
  public static final List<String> COLUMNS =
      List.of(
          "track_id",
          "recommended_track_id",
          "match_score",
          "track_name",
          "track_artists",
          "track_album",
          "track_genre",
          "track_image_url",
          "track_popularity",
          "recommended_track_name",
          "recommended_track_artists",
          "recommended_track_album",
          "recommended_track_genre",
          "recommended_track_image_url",
          "recommended_track_popularity");

  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180
          .builder()
          .setRecordSeparator('\n')
          .setHeader(COLUMNS.toArray(String[]::new))
          .get();

  private static final int BLOCK = 256;
  private static final int THREADS = Runtime.getRuntime().availableProcessors();

  private final Snapshot snapshot;
  private final SimilarRequest request;
  private final Clock clock;
  private final Progress progress;

  public SimilarExport(Snapshot snapshot, SimilarRequest request, Clock clock, Progress progress) {
    this.snapshot = snapshot;
    this.request = request;
    this.clock = clock;
    this.progress = progress;
  }

  /**
   * What was written.
   *
   * @param uniqueSources how many ids have neighbours
   * @param uniqueRecommended how many ids are somebody's neighbour
   * @param withoutVector tracks that have no place in the space, and so no rows
   * @param meanScore of all rows, NaN when there are none
   */
  public record Summary(
      long rows,
      long uniqueSources,
      long uniqueRecommended,
      long withoutVector,
      double meanScore,
      Duration elapsed) {}

  /**
   * A track and its nearest.
   *
   * @param placed whether it has a place in the space
   */
  private record Row(Track track, boolean placed, List<ScoredTrack> nearest) {}

  /**
   * Writes the file.
   *
   * @throws IOException when it cannot be written; then there is no file, or the old one
   */
  public Summary write(Path file) throws IOException {
    Instant start = clock.instant();
    Tally tally = new Tally();
    new WholeFile(file)
        .write(
            out -> {
              try (CSVPrinter printer = new CSVPrinter(out, FORMAT)) {
                write(printer, tally);
              }
            });
    return tally.summary(Duration.between(start, clock.instant()));
  }

  private void write(CSVPrinter printer, Tally tally) throws IOException {
    TrackIndex index = snapshot.index();
    progress.begin("Finding similar tracks", index.size(), "tracks");
    try (ExecutorService executor = Executors.newFixedThreadPool(THREADS)) {
      Queue<Future<List<Row>>> underWay = new ArrayDeque<>();
      for (int first = 0; first < index.size(); first += BLOCK) {
        int from = first;
        int to = Math.min(first + BLOCK, index.size());
        underWay.add(executor.submit(() -> rows(from, to)));
        if (underWay.size() > 4 * THREADS) {
          write(underWay.remove(), printer, tally);
        }
      }
      while (!underWay.isEmpty()) {
        write(underWay.remove(), printer, tally);
      }
    } finally {
      progress.end();
    }
  }

  private List<Row> rows(int from, int to) throws IOException {
    TrackIndex index = snapshot.index();
    List<Row> rows = new ArrayList<>(to - from);
    for (int ordinal = from; ordinal < to; ordinal++) {
      IndexedTrack seed = new IndexedTrack(ordinal, index.track(ordinal));
      boolean placed = index.vector(request.space(), ordinal).isPresent();
      rows.add(
          new Row(
              seed.track(),
              placed,
              placed ? snapshot.recommender().similar(seed, request) : List.of()));
    }
    return rows;
  }

  private void write(Future<List<Row>> block, CSVPrinter printer, Tally tally) throws IOException {
    try {
      List<Row> rows = block.get();
      for (Row row : rows) {
        tally.add(row);
        for (ScoredTrack scored : row.nearest()) {
          print(printer, row.track(), scored);
        }
      }
      progress.advance(rows.size());
    } catch (ExecutionException e) {
      throw new IOException("the export failed: " + e.getCause().getMessage(), e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("the export was interrupted", e);
    }
  }

  private static void print(CSVPrinter printer, Track track, ScoredTrack scored)
      throws IOException {
    Track other = scored.track();
    printer.print(track.id());
    printer.print(other.id());
    printer.print(twoDecimals(scored.score()));
    describe(printer, track);
    describe(printer, other);
    printer.println();
  }

  private static void describe(CSVPrinter printer, Track track) throws IOException {
    printer.print(track.name());
    printer.print(String.join(";", track.artists()));
    printer.print(track.album());
    printer.print(String.join(";", track.genres()));
    printer.print(track.imageUrl());
    printer.print(track.popularity());
  }

  private static String twoDecimals(double score) {
    long hundredths = Math.round(score * 100);
    return (hundredths < 0 ? "-" : "")
        + Math.abs(hundredths) / 100
        + '.'
        + Math.abs(hundredths) / 10 % 10
        + Math.abs(hundredths) % 10;
  }

  /** Counts while rows go by. */
  private static final class Tally {
    private final Set<String> sources = new HashSet<>();
    private final Set<String> recommended = new HashSet<>();
    private long rows;
    private long withoutVector;
    private double scores;

    void add(Row row) {
      if (!row.placed()) {
        withoutVector++;
      }
      if (row.nearest().isEmpty()) {
        return;
      }
      sources.add(row.track().id());
      for (ScoredTrack scored : row.nearest()) {
        rows++;
        scores += scored.score();
        recommended.add(scored.track().id());
      }
    }

    Summary summary(Duration elapsed) {
      return new Summary(
          rows, sources.size(), recommended.size(), withoutVector, scores / rows, elapsed);
    }
  }
}
