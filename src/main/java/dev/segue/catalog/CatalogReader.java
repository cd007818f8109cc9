package dev.segue.catalog;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * Reads the tracks of a catalogue: CSV files of the kinds that people have, plain, compressed or
 * behind a URL, read as one.
 *
 * <p>It goes through them twice, since the genres of a track may stand in rows far apart: {@link
 * #survey} finds the tracks and tells what is wrong with the other rows, then {@link #forEach}
 * gives each track whole. What is kept in between is one bit a row and one reference a track;
 * during the survey also every id, and what {@link ReadOptions#impute} has to count.
 *
 * <p>One thread uses a reader, and gets all callbacks but those of the progress; files are read
 * ahead in another.
 */
public final class CatalogReader implements AutoCloseable {
  private final Sources sources;
  private final ReadOptions options;
  private final Progress progress;
  private Survey survey;
  private CatalogReport report;

  /**
   * Prepares to read; nothing is opened yet.
   *
   * @param sources paths or {@code http(s)://} URLs of CSV files, compressed with gzip or not
   * @param progress is told the bytes of each download, and of each file in each pass
   */
  public CatalogReader(List<String> sources, ReadOptions options, Progress progress) {
    if (sources.isEmpty()) {
      throw new IllegalArgumentException("sources is empty, at least one file is needed");
    }
    this.progress = Objects.requireNonNull(progress, "progress");
    this.options = Objects.requireNonNull(options, "options");
    this.sources = new Sources(sources, progress);
  }

  /**
   * The first pass.
   *
   * @param tracks gets the first row of every track, with the genres of that row only; or every
   *     row, when duplicates are kept
   * @param rejects gets every row that is no track
   * @throws CatalogException when a file is unreadable or lacks needed columns, when too many rows
   *     were rejected, or when there is no track
   */
  public CatalogReport survey(Consumer<Track> tracks, Consumer<RejectedRow> rejects)
      throws IOException {
    survey = null;
    List<CatalogFile> files = sources.files();
    long start = System.nanoTime();
    Survey first = new Survey(options, typicalValues(files), tracks, rejects);
    List<SourceReport> read = new ArrayList<>();
    for (CatalogFile file : files) {
      read.add(FilePass.run(file, "Reading", progress, first.visitor(file)));
    }
    report = first.report(read, Duration.ofNanos(System.nanoTime() - start));
    survey = first;
    return report;
  }

  /**
   * The second pass: every track whole, in the order of the survey. It may be repeated.
   *
   * @throws CatalogException when a file is no longer what it was in the survey
   * @throws IllegalStateException when there was no survey, or it failed
   */
  public void forEach(Consumer<Track> tracks) throws IOException {
    if (survey == null) {
      throw new IllegalStateException("there was no survey yet");
    }
    Survey.Replay second = survey.replay(tracks);
    List<CatalogFile> files = sources.files();
    for (int i = 0; i < files.size(); i++) {
      CatalogFile file = files.get(i);
      SourceReport again = FilePass.run(file, "Reading again", progress, second.visitor(file));
      if (!again.equals(report.sources().get(i))) {
        throw file.changed();
      }
    }
  }

  private TypicalValues typicalValues(List<CatalogFile> files) throws IOException {
    if (!options.impute()) {
      return TypicalValues.NONE;
    }
    TypicalValues.Census census = new TypicalValues.Census();
    for (CatalogFile file : files) {
      FilePass.run(file, "Counting", progress, header -> row -> census.add(header, row.cells()));
    }
    return census.typical();
  }

  /** Deletes what was downloaded. */
  @Override
  public void close() throws IOException {
    sources.close();
  }
}
