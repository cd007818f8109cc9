package dev.segue.peers;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.apache.lucene.util.IOUtils;

/**
 * All peers on one dataset. They are built one after another and stay; after a warm-up they take
 * turns in rounds, so that what else happens on the machine hits all alike.
 */
final class Comparison {
  /** Of so many vectors every peer is built once before, so that its code is compiled. */
  private static final int SMALL = 10_000;

  private final Settings settings;
  private final Dataset dataset;
  private final Questions questions;
  private final List<Contestant> contestants = new ArrayList<>();
  private final List<Trial> trials = new ArrayList<>();

  /** The lines of the table, to be read when the rounds are over. */
  private final List<Supplier<Measurement>> lines = new ArrayList<>();

  Comparison(Settings settings, Dataset dataset) {
    this.settings = settings;
    this.dataset = dataset;
    questions = Questions.draw(dataset, settings.questions(), new Random(settings.seed()));
  }

  List<Measurement> run() throws IOException {
    try {
      settings.peers().forEach(this::enter);
      for (int round = 0; round < settings.rounds(); round++) {
        System.err.printf("round %d of %d%n", round + 1, settings.rounds());
        for (Trial trial : trials) {
          trial.round();
        }
      }
      return lines.stream().map(Supplier::get).toList();
    } finally {
      IOUtils.close(contestants);
    }
  }

  /** Builds a peer and warms it up. One that cannot run is reported, and the others go on. */
  private void enter(String name) {
    System.err.printf("building %s%n", name);
    List<Trial> entered = new ArrayList<>();
    try {
      Contestant.build(name, dataset.head(SMALL)).close();
      Contestant contestant = Contestant.build(name, dataset);
      contestants.add(contestant);
      for (int effort : contestant.peer().exact() ? List.of(0) : settings.efforts()) {
        entered.add(new Trial(contestant, effort, questions, settings.warmUpNanos()));
      }
      trials.addAll(entered);
      entered.forEach(trial -> lines.add(() -> trial.measurement(dataset)));
    } catch (Exception | LinkageError | OutOfMemoryError e) {
      lines.add(() -> Measurement.notRun(dataset, name, e));
    }
  }
}
