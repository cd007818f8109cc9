package dev.segue.bench;

import dev.segue.evaluate.Latencies;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Asks questions in one way, over and over from the first, until a time is over; every asker at
 * least one.
 */
final class Stopwatch {
  private final Way way;
  private final List<Question> questions;

  /**
   * A stopwatch for some questions.
   *
   * @param questions at least one
   */
  Stopwatch(Way way, List<Question> questions) {
    this.way = way;
    this.questions = questions;
  }

  /** How long each takes, one after another. */
  Latencies oneByOne(long budgetNanos) throws IOException {
    Latencies latencies = new Latencies();
    try (Way.Asker asker = way.open()) {
      long start = System.nanoTime();
      long before = start;
      do {
        asker.ask(questions.get(latencies.count() % questions.size()));
        long after = System.nanoTime();
        latencies.add(after - before);
        before = after;
      } while (before - start < budgetNanos);
    }
    return latencies;
  }

  /** How many are answered a second, to so many askers at once. */
  double perSecond(int askers, long budgetNanos) throws IOException {
    AtomicInteger next = new AtomicInteger();
    long start = System.nanoTime();
    Callable<Void> task =
        () -> {
          try (Way.Asker asker = way.open()) {
            do {
              int i = next.getAndIncrement();
              asker.ask(questions.get(Math.floorMod(i, questions.size())));
            } while (System.nanoTime() - start < budgetNanos);
          }
          return null;
        };
    try (ExecutorService executor = Executors.newFixedThreadPool(askers)) {
      List<Future<Void>> underWay = new ArrayList<>();
      for (int i = 0; i < askers; i++) {
        underWay.add(executor.submit(task));
      }
      for (Future<Void> future : underWay) {
        future.get();
      }
    } catch (ExecutionException e) {
      throw new IOException("the measurement failed: " + e.getCause().getMessage(), e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("the measurement was interrupted", e);
    }
    return next.get() / ((System.nanoTime() - start) / 1e9);
  }
}
