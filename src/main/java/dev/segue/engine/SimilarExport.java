package dev.segue.engine;

import dev.segue.catalog.Progress;
import dev.segue.index.Neighbour;
import dev.segue.index.TrackIndex;
import dev.segue.recommend.SimilarRequest;
import dev.segue.vector.Metric;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Every track with its nearest, as a CSV file in catalogue order. All cores search, one writes; the
 * file appears under its name when it is whole. Meanwhile the cells and the neighbours of all
 * tracks are held: about 600 bytes a track for ten neighbours.
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

  private static final int BLOCK = 1024;
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
   * Writes the file.
   *
   * @throws IOException when it cannot be written; then there is no file, or the old one
   */
  public Summary write(WholeFile file) throws IOException {
    Instant start = clock.instant();
    TrackIndex index = snapshot.index();
    Neighbourhoods found = new Neighbourhoods(index.size());
    ExportCells[] cells = new ExportCells[index.size()];
    file.write(
        out -> {
          try (ExecutorService executor = Executors.newFixedThreadPool(THREADS)) {
            find(executor, found);
            describe(executor, cells);
            out.write(bytes(String.join(",", COLUMNS) + "\n"));
            write(executor, found, cells, out);
          }
        });
    return found.summary(cells, request.space().metric(), Duration.between(start, clock.instant()));
  }

  /** Near tracks are asked about one after another. */
  private void find(ExecutorService executor, Neighbourhoods found) throws IOException {
    int[] order = snapshot.index().orderByPlace(request.space());
    inBlocks(
        executor,
        "Finding similar tracks",
        order.length,
        (from, to) -> {
          for (int i = from; i < to; i++) {
            found.put(order[i], snapshot.recommender().neighbours(order[i], request));
          }
          return new byte[0];
        },
        nothing -> {});
  }

  private void describe(ExecutorService executor, ExportCells[] cells) throws IOException {
    inBlocks(
        executor,
        "Reading tracks",
        cells.length,
        (from, to) -> {
          for (int ordinal = from; ordinal < to; ordinal++) {
            cells[ordinal] = ExportCells.of(snapshot.index().track(ordinal));
          }
          return new byte[0];
        },
        nothing -> {});
  }

  private void write(
      ExecutorService executor, Neighbourhoods found, ExportCells[] cells, OutputStream out)
      throws IOException {
    Metric metric = request.space().metric();
    inBlocks(
        executor,
        "Writing",
        cells.length,
        (from, to) -> {
          ByteArrayOutputStream rows = new ByteArrayOutputStream();
          for (int ordinal = from; ordinal < to; ordinal++) {
            for (Neighbour neighbour : found.of(ordinal)) {
              row(
                  cells[ordinal],
                  cells[neighbour.ordinal()],
                  metric.matchScore(neighbour.distance()),
                  rows);
            }
          }
          return rows.toByteArray();
        },
        out::write);
  }

  private static void row(
      ExportCells track, ExportCells other, double score, ByteArrayOutputStream rows) {
    rows.writeBytes(track.first());
    rows.write(',');
    rows.writeBytes(other.second());
    rows.write(',');
    rows.writeBytes(bytes(twoDecimals(score)));
    rows.write(',');
    rows.writeBytes(track.description());
    rows.write(',');
    rows.writeBytes(other.description());
    rows.write('\n');
  }

  /** What one thread does with a range of numbers. */
  private interface Work {
    byte[] of(int from, int to) throws IOException;
  }

  /** Takes the results, in order. */
  private interface Taker {
    void take(byte[] block) throws IOException;
  }

  /** Works through the numbers from 0 on all cores; few blocks are under way at a time. */
  private void inBlocks(ExecutorService executor, String task, int count, Work work, Taker taker)
      throws IOException {
    progress.begin(task, count, "tracks");
    try {
      Queue<Future<byte[]>> underWay = new ArrayDeque<>();
      for (int first = 0; first < count; first += BLOCK) {
        int from = first;
        int to = Math.min(first + BLOCK, count);
        underWay.add(
            executor.submit(
                () -> {
                  byte[] block = work.of(from, to);
                  progress.advance(to - from);
                  return block;
                }));
        if (underWay.size() > 4 * THREADS) {
          taker.take(result(underWay.remove()));
        }
      }
      while (!underWay.isEmpty()) {
        taker.take(result(underWay.remove()));
      }
    } finally {
      progress.end();
    }
  }

  private static byte[] result(Future<byte[]> block) throws IOException {
    try {
      return block.get();
    } catch (ExecutionException e) {
      throw new IOException("the export failed: " + e.getCause().getMessage(), e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("the export was interrupted", e);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String twoDecimals(double score) {
    long hundredths = Math.round(score * 100);
    return (hundredths < 0 ? "-" : "")
        + Math.abs(hundredths) / 100
        + '.'
        + Math.abs(hundredths) / 10 % 10
        + Math.abs(hundredths) % 10;
  }
}
