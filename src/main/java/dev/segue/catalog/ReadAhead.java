package dev.segue.catalog;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/**
 * Takes rows from their file in a thread of its own, a few thousand ahead of the one who asks for
 * them: splitting text into cells takes as long as all that is done with the cells.
 *
 * <p>One thread asks and closes.
 */
final class ReadAhead implements AutoCloseable {
  private static final int BATCH_ROWS = 512;
  private static final int BATCHES = 8;

  /** Rows; the last batch of a file is short or carries the fault that ended it. */
  private record Batch(List<Row> rows, boolean last, Throwable fault) {}

  private final CsvRows rows;
  private final BlockingQueue<Batch> batches = new ArrayBlockingQueue<>(BATCHES);
  private final Thread thread;
  private Iterator<Row> current = List.<Row>of().iterator();
  private Batch batch = new Batch(List.of(), false, null);

  ReadAhead(CsvRows rows) {
    this.rows = rows;
    this.thread = Thread.ofPlatform().daemon().name("segue-csv").start(this::run);
  }

  /**
   * The next row, or null after the last.
   *
   * @throws IOException what the file threw, once all rows before were given
   */
  Row next() throws IOException {
    while (!current.hasNext()) {
      switch (batch.fault()) {
        case null -> {}
        case IOException fault -> throw fault;
        default -> throw new IllegalStateException("reading failed", batch.fault());
      }
      if (batch.last()) {
        return null;
      }
      try {
        batch = batches.take();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new InterruptedIOException("interrupted while reading");
      }
      current = batch.rows().iterator();
    }
    return current.next();
  }

  private void run() {
    try {
      Batch read;
      do {
        read = read();
        batches.put(read);
      } while (!read.last());
    } catch (InterruptedException e) {
      // closed before the end: nobody waits for more
    }
  }

  private Batch read() {
    List<Row> read = new ArrayList<>(BATCH_ROWS);
    try {
      while (read.size() < BATCH_ROWS) {
        Row row = rows.next();
        if (row == null) {
          return new Batch(read, true, null);
        }
        read.add(row);
      }
      return new Batch(read, false, null);
    } catch (IOException | RuntimeException | Error e) {
      return new Batch(read, true, e); // thrown where the rows are asked for
    }
  }

  @Override
  public void close() {
    thread.interrupt();
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
