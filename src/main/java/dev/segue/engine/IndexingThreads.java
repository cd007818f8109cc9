package dev.segue.engine;

import dev.segue.catalog.Progress;
import dev.segue.catalog.Track;
import dev.segue.index.IndexBuilder;
import dev.segue.recording.Recordings;
import dev.segue.vector.FittedSpace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Maps tracks to vectors and adds them to an index on all cores, while one thread reads. Takes
 * tracks in catalogue order and numbers them; few wait at a time.
 */
final class IndexingThreads implements AutoCloseable {
  private static final int BATCH = 256;
  private static final int THREADS = Runtime.getRuntime().availableProcessors();
  private static final int MOST_UNDER_WAY = 4 * THREADS;

  private final IndexBuilder builder;
  private final List<FittedSpace> spaces;
  private final Recordings recordings;
  private final Progress progress;
  private final ExecutorService executor = Executors.newFixedThreadPool(THREADS);
  private final Semaphore room = new Semaphore(MOST_UNDER_WAY);
  private final AtomicReference<Throwable> failure = new AtomicReference<>();
  private List<Track> batch = new ArrayList<>(BATCH);
  private int next;

  IndexingThreads(
      IndexBuilder builder, List<FittedSpace> spaces, Recordings recordings, Progress progress) {
    this.builder = builder;
    this.spaces = spaces;
    this.recordings = recordings;
    this.progress = progress;
  }

  /**
   * Adds the next track, waiting while too many are under way.
   *
   * @throws UncheckedIOException when an earlier one could not be added
   */
  void add(Track track) {
    batch.add(track);
    if (batch.size() == BATCH) {
      send();
    }
  }

  /**
   * Waits until every track is in the index.
   *
   * @throws UncheckedIOException when one could not be added
   */
  void finish() {
    send();
    room.acquireUninterruptibly(MOST_UNDER_WAY);
    failIfOneFailed();
  }

  /** Ends the threads; what was added but not finished may be lost. */
  @Override
  public void close() {
    failure.compareAndSet(null, new IllegalStateException("closed"));
    executor.close();
  }

  private void failIfOneFailed() {
    Throwable failed = failure.get();
    if (failed != null) {
      throw new UncheckedIOException(
          new IOException("indexing failed: " + failed.getMessage(), failed));
    }
  }

  private void send() {
    failIfOneFailed();
    List<Track> tracks = batch;
    int first = next;
    next += tracks.size();
    batch = new ArrayList<>(BATCH);
    room.acquireUninterruptibly();
    executor.execute(
        () -> {
          try {
            index(first, tracks);
          } catch (Throwable e) {
            failure.compareAndSet(null, e);
          } finally {
            room.release();
          }
        });
  }

  private void index(int first, List<Track> tracks) throws IOException {
    for (int i = 0; i < tracks.size() && failure.get() == null; i++) {
      Track track = tracks.get(i);
      builder.add(first + i, track, vectors(track), recordings.foremost(first + i));
    }
    progress.advance(tracks.size());
  }

  private Map<String, float[]> vectors(Track track) {
    Map<String, float[]> vectors = new HashMap<>();
    for (FittedSpace fitted : spaces) {
      fitted.vector(track).ifPresent(vector -> vectors.put(fitted.space().name(), vector));
    }
    return vectors;
  }
}
