package dev.segue.listening.model;

import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A kind of model of which it is known what training takes.
 *
 * @param <K> the kinds that it is one of
 */
public interface TrainedKind<K extends TrainedKind<K>> extends ModelKind {
  /** What training takes at most. */
  MemoryNeed need(ModelSettings<K> settings, Shape data);

  /** What takes less, the most like it first. */
  Stream<ModelSettings<K>> lighter(ModelSettings<K> settings);

  /** Settings with less and less of something, down to a least. */
  static <K extends ModelKind> Stream<ModelSettings<K>> halved(
      ModelSettings<K> settings, String name, int from, int least) {
    return IntStream.iterate(from / 2, value -> value >= least, value -> value / 2)
        .mapToObj(value -> settings.with(name, Integer.toString(value)));
  }

  /** Settings with less and less of what they have, down to a least. */
  static <K extends ModelKind> Stream<ModelSettings<K>> halved(
      ModelSettings<K> settings, String name, int least) {
    return halved(settings, name, settings.count(name), least);
  }
}
