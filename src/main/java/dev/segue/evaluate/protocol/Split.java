package dev.segue.evaluate.protocol;

import dev.segue.listening.Interactions;
import dev.segue.listening.ListeningException;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Data in parts that do not overlap.
 *
 * @param name such as {@code fold 3}
 * @param train what models learn from, and everything else that is fitted
 * @param known what is known of the users in {@code test} when they are answered; {@code train}
 *     itself where these are the same users
 * @param test what is asked about
 */
public record Split(String name, Interactions train, Interactions known, Interactions test) {
  /** Users who were learned from are asked about. */
  public static Split of(String name, Interactions train, Interactions test)
      throws ListeningException {
    return of(name, train, train, test);
  }

  /**
   * Parts of the same data.
   *
   * @throws ListeningException naming a user and an item that are in {@code test} and in another
   *     part, or a part that is empty
   */
  public static Split of(String name, Interactions train, Interactions known, Interactions test)
      throws ListeningException {
    if (train.size() == 0 || test.size() == 0) {
      throw new ListeningException(
          "%s has no records to %s.".formatted(name, train.size() == 0 ? "learn from" : "test"));
    }
    Set<Long> tested = new HashSet<>();
    for (int i = 0; i < test.size(); i++) {
      tested.add(pair(test, i));
    }
    refuseAny(tested, train, name);
    if (known != train) {
      refuseAny(tested, known, name);
    }
    return new Split(name, train, known, test);
  }

  /** How many users have a record in a part. */
  public int users() {
    return distinct(part -> IntStream.range(0, part.size()).map(part::user));
  }

  /** How many items have a record in a part. */
  public int items() {
    return distinct(part -> IntStream.range(0, part.size()).map(part::item));
  }

  private int distinct(Function<Interactions, IntStream> of) {
    return (int) Stream.of(train, known, test).flatMapToInt(of).distinct().count();
  }

  private static void refuseAny(Set<Long> tested, Interactions part, String name)
      throws ListeningException {
    for (int i = 0; i < part.size(); i++) {
      if (tested.contains(pair(part, i))) {
        throw new ListeningException(
            "%s leaks: user '%s' and item '%s' are among what is learned from and what is tested."
                .formatted(name, part.users().id(part.user(i)), part.items().id(part.item(i))));
      }
    }
  }

  private static long pair(Interactions part, int index) {
    return (long) part.user(index) << 32 | part.item(index);
  }
}
