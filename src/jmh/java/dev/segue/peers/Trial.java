package dev.segue.peers;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A contestant with one setting, as it goes through the rounds. */
final class Trial {
  private static final double NANOS_PER_MICRO = 1e3;

  private final Contestant contestant;
  private final int effort;
  private final Questions questions;
  private final double recall;
  private final List<Double> p50Micros = new ArrayList<>();
  private final List<Double> p95Micros = new ArrayList<>();

  /** Warms up for so long at least, with every question once or more. */
  Trial(Contestant contestant, int effort, Questions questions, long warmUpNanos)
      throws IOException {
    this.contestant = contestant;
    this.effort = effort;
    this.questions = questions;
    long start = System.nanoTime();
    recall = questions.recall(contestant.peer(), effort);
    while (System.nanoTime() - start < warmUpNanos) {
      ask();
    }
  }

  /** Asks every question once, one after another. */
  void round() throws IOException {
    long[] nanos = ask();
    Arrays.sort(nanos);
    p50Micros.add(percentileMicros(nanos, 50));
    p95Micros.add(percentileMicros(nanos, 95));
  }

  private long[] ask() throws IOException {
    long[] nanos = new long[questions.count()];
    for (int i = 0; i < nanos.length; i++) {
      float[] vector = questions.vector(i);
      long start = System.nanoTime();
      contestant.peer().nearest(vector, Questions.K + 1, effort);
      nanos[i] = System.nanoTime() - start;
    }
    return nanos;
  }

  Measurement measurement(Dataset dataset) {
    return new Measurement(
        dataset.space().name(),
        dataset.size(),
        contestant.name(),
        contestant.peer().exact() ? "exact" : Integer.toString(effort),
        recall,
        median(p50Micros),
        median(p95Micros),
        contestant.buildSeconds(),
        contestant.bytes() / 1e6,
        null);
  }

  /** By nearest rank. */
  private static double percentileMicros(long[] sortedNanos, int percent) {
    int rank = Math.toIntExact(Math.ceilDiv((long) percent * sortedNanos.length, 100));
    return sortedNanos[rank - 1] / NANOS_PER_MICRO;
  }

  private static double median(List<Double> rounds) {
    return rounds.stream().sorted().toList().get(rounds.size() / 2);
  }
}
