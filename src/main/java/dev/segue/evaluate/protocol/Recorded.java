package dev.segue.evaluate.protocol;

import dev.segue.listening.Interactions;
import java.util.HashSet;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * Records as they were read, of which a user and an item may have several, such as a track's plays.
 * They are parted first and merged then, so that what is merged in one part says nothing of
 * another.
 *
 * @param records in the order in which they were read
 * @param merging makes one record of several of one user and item, and leaves out what does not
 *     count
 */
public record Recorded(Interactions records, UnaryOperator<Interactions> merging) {
  /** One record for each user and item that count. */
  Interactions pairs() {
    return merging.apply(records);
  }

  /** The same, merged before it is parted. */
  Recorded merged() {
    return new Recorded(pairs(), UnaryOperator.identity());
  }

  /** Those records that are chosen by their place. */
  Recorded where(IntPredicate chosen) {
    return new Recorded(records.where(chosen), merging);
  }

  /** Those records whose user and item are among some. */
  Recorded among(Interactions pairs) {
    Set<Long> some = numbers(pairs);
    return where(i -> some.contains(records.pair(i)));
  }

  /** Those records whose user and item are not among some. */
  Recorded without(Interactions pairs) {
    Set<Long> some = numbers(pairs);
    return where(i -> !some.contains(records.pair(i)));
  }

  static Set<Long> numbers(Interactions pairs) {
    Set<Long> numbers = new HashSet<>();
    IntStream.range(0, pairs.size()).forEach(i -> numbers.add(pairs.pair(i)));
    return numbers;
  }
}
