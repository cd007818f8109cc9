package dev.segue.evaluate.protocol;

import dev.segue.listening.Interactions;
import dev.segue.listening.ListeningException;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Data in parts that do not overlap: a user and an item have one record in one of them.
 *
 * @param name such as {@code fold 3}
 * @param learned what {@code train} was merged from, for a search that parts it once more
 * @param train what models learn from, and everything else that is fitted
 * @param known what is known of the users in {@code test} when they are answered; {@code train}
 *     itself where these are the same users
 * @param test what is asked about
 */
public record Split(
    String name, Recorded learned, Interactions train, Interactions known, Interactions test) {
  /** Users who were learned from are asked about. */
  public static Split of(String name, Recorded train, Recorded test) throws ListeningException {
    Interactions pairs = train.pairs();
    return checked(new Split(name, train, pairs, pairs, test.pairs()));
  }

  /**
   * Parts of the same data, each of which is merged by itself.
   *
   * @throws ListeningException naming a user and an item that are in {@code test} and in another
   *     part, or a part that is empty
   */
  public static Split of(String name, Recorded train, Recorded known, Recorded test)
      throws ListeningException {
    return checked(new Split(name, train, train.pairs(), known.pairs(), test.pairs()));
  }

  private static Split checked(Split split) throws ListeningException {
    if (split.train.size() == 0 || split.test.size() == 0) {
      throw new ListeningException(
          "%s has no records to %s."
              .formatted(split.name, split.train.size() == 0 ? "learn from" : "test"));
    }
    Set<Long> tested = Recorded.numbers(split.test);
    refuseAny(tested, split.train, split.name);
    if (split.known != split.train) {
      refuseAny(tested, split.known, split.name);
    }
    return split;
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
      if (tested.contains(part.pair(i))) {
        throw new ListeningException(
            "%s leaks: user '%s' and item '%s' are among what is learned from and what is tested."
                .formatted(name, part.users().id(part.user(i)), part.items().id(part.item(i))));
      }
    }
  }
}
