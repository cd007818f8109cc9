package dev.segue.evaluate.protocol;

import dev.segue.listening.Interactions;
import dev.segue.listening.ListeningException;
import dev.segue.query.RequestException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * A way to part data. Those that draw at random part pairs of user and item, all records of which
 * are one; those that go by time part the records, and test only what was not there before.
 */
public sealed interface Protocol {
  /** How protocols are written. */
  String FORMS = "k-fold:5, leave-last:1, time:0.8, users:0.2, cold:5";

  /**
   * Parts data.
   *
   * @throws ListeningException when they do not suffice, or have no times where these are needed
   */
  List<Split> splits(Recorded data, Random random) throws ListeningException;

  /** As it can be read again. */
  String written();

  /**
   * Reads a protocol, such as {@code k-fold:5}.
   *
   * @throws RequestException naming what is allowed
   */
  static Protocol parse(String text) {
    String[] parts = text.split(":", 2);
    try {
      double number = parts.length == 2 ? Double.parseDouble(parts[1]) : Double.NaN;
      return switch (parts[0]) {
        case "k-fold" -> new KFold(whole(parts.length == 2 ? number : 5, 2, 1000, text));
        case "leave-last" -> new LeaveLast(whole(parts.length == 2 ? number : 1, 1, 1000, text));
        case "time" -> new TimeSplit(share(parts.length == 2 ? number : .8, text));
        case "cold" -> new ColdUsers(whole(parts.length == 2 ? number : 5, 1, 1000, text));
        case "users" -> new HeldOutUsers(share(parts.length == 2 ? number : .2, text));
        default -> throw wrong(text);
      };
    } catch (NumberFormatException e) {
      throw wrong(text);
    }
  }

  private static int whole(double number, int min, int max, String text) {
    if (number != Math.rint(number) || number < min || number > max) {
      throw RequestException.invalid(
          "protocol",
          "protocol is '%s', allowed is a whole number from %d to %d.".formatted(text, min, max));
    }
    return (int) number;
  }

  private static double share(double number, String text) {
    if (!(number > 0 && number < 1)) {
      throw RequestException.invalid(
          "protocol", "protocol is '%s', allowed is a share between 0 and 1.".formatted(text));
    }
    return number;
  }

  private static RequestException wrong(String text) {
    return RequestException.invalid(
        "protocol", "protocol is '%s', allowed are, such as: %s.".formatted(text, FORMS));
  }

  /** Pairs in random order, in as many parts of the same size; each is the test once. */
  record KFold(int folds) implements Protocol {
    @Override
    public String written() {
      return "k-fold:" + folds;
    }

    @Override
    public List<Split> splits(Recorded data, Random random) throws ListeningException {
      Recorded pairs = data.merged();
      int[] fold = new int[pairs.records().size()];
      if (fold.length < folds) {
        throw new ListeningException(
            "%d records cannot be %d folds.".formatted(fold.length, folds));
      }
      List<Integer> order = shuffled(fold.length, random);
      for (int i = 0; i < fold.length; i++) {
        fold[order.get(i)] = (int) ((long) i * folds / fold.length);
      }
      List<Split> splits = new ArrayList<>();
      for (int k = 0; k < folds; k++) {
        int tested = k;
        splits.add(
            Split.of(
                "fold " + (k + 1),
                pairs.where(i -> fold[i] != tested),
                pairs.where(i -> fold[i] == tested)));
      }
      return splits;
    }
  }

  /**
   * Of each user who has more items, the last that were new: those whose first record is the latest
   * in time, or at the same time comes last. What the user did before the first of these is learned
   * from; records of other items after that are in no part.
   */
  record LeaveLast(int last) implements Protocol {
    @Override
    public String written() {
      return "leave-last:" + last;
    }

    @Override
    public List<Split> splits(Recorded data, Random random) throws ListeningException {
      requireTimes(data.records(), "leave-last");
      Recorded counted = data.among(data.pairs());
      Interactions records = counted.records();
      BitSet later = new BitSet();
      BitSet tested = new BitSet();
      for (List<Integer> history : byUser(records)) {
        history.sort(Comparator.comparingLong(records::time));
        List<Integer> items = history.stream().map(records::item).distinct().toList();
        if (items.size() > last) {
          List<Integer> newest = items.subList(items.size() - last, items.size());
          List<Integer> since =
              history.stream().dropWhile(i -> records.item(i) != newest.getFirst()).toList();
          since.forEach(later::set);
          since.stream().filter(i -> newest.contains(records.item(i))).forEach(tested::set);
        }
      }
      return List.of(
          Split.of(
              "last %d of each user".formatted(last),
              counted.where(i -> !later.get(i)),
              counted.where(tested::get)));
    }
  }

  /**
   * Records up to some time, a share of all, are learned from; later ones are the test, but for
   * those of items that the user is known to have had before.
   */
  record TimeSplit(double trainShare) implements Protocol {
    @Override
    public String written() {
      return "time:" + trainShare;
    }

    @Override
    public List<Split> splits(Recorded data, Random random) throws ListeningException {
      Interactions records = data.records();
      requireTimes(records, "time");
      long[] times = IntStream.range(0, records.size()).mapToLong(records::time).sorted().toArray();
      long cut = times[Math.max(0, (int) Math.round(trainShare * times.length) - 1)];
      Recorded past = data.where(i -> records.time(i) <= cut);
      Recorded future = data.where(i -> records.time(i) > cut);
      return List.of(
          Split.of(
              "the latest %.0f %%".formatted(100 * (1 - trainShare)),
              past,
              future.without(past.pairs())));
    }
  }

  /**
   * Strong generalisation (Marlin 2004, "Collaborative filtering: a machine learning perspective",
   * section 2.3): a share of the users is not learned from at all; of each, 80 % of the records are
   * known and the rest is the test.
   */
  record HeldOutUsers(double share) implements Protocol {
    @Override
    public String written() {
      return "users:" + share;
    }

    private static final double FOLD_IN = .8;

    @Override
    public List<Split> splits(Recorded data, Random random) throws ListeningException {
      Recorded pairs = data.merged();
      List<List<Integer>> users =
          new ArrayList<>(
              byUser(pairs.records()).stream().filter(each -> each.size() > 1).toList());
      Collections.shuffle(users, random);
      BitSet known = new BitSet();
      BitSet tested = new BitSet();
      for (List<Integer> records : users.subList(0, (int) Math.round(share * users.size()))) {
        Collections.shuffle(records, random);
        int folded = Math.clamp(Math.round(FOLD_IN * records.size()), 1, records.size() - 1);
        records.subList(0, folded).forEach(known::set);
        records.subList(folded, records.size()).forEach(tested::set);
      }
      return List.of(
          Split.of(
              "%.0f %% of the users".formatted(100 * share),
              pairs.where(i -> !known.get(i) && !tested.get(i)),
              pairs.where(known::get),
              pairs.where(tested::get)));
    }
  }

  /**
   * Strong generalisation for new listeners: users are parted in five; each part in turn is not
   * learned from, and of each of its users a few records, drawn evenly from 1 to the most, are
   * known and the rest is the test. Users with no more records than that are learned from only.
   *
   * @param most how many are known at most
   */
  record ColdUsers(int most) implements Protocol {
    private static final int PARTS = 5;

    @Override
    public String written() {
      return "cold:" + most;
    }

    @Override
    public List<Split> splits(Recorded data, Random random) throws ListeningException {
      Recorded pairs = data.merged();
      List<List<Integer>> users =
          new ArrayList<>(
              byUser(pairs.records()).stream().filter(each -> each.size() > most).toList());
      if (users.size() < PARTS) {
        throw new ListeningException(
            "%d users have more than %d records; cold takes %d."
                .formatted(users.size(), most, PARTS));
      }
      Collections.shuffle(users, random);
      List<Split> splits = new ArrayList<>();
      for (int part = 0; part < PARTS; part++) {
        BitSet known = new BitSet();
        BitSet tested = new BitSet();
        for (int user = part; user < users.size(); user += PARTS) {
          List<Integer> records = new ArrayList<>(users.get(user));
          Collections.shuffle(records, random);
          int few = 1 + random.nextInt(most);
          records.subList(0, few).forEach(known::set);
          records.subList(few, records.size()).forEach(tested::set);
        }
        splits.add(
            Split.of(
                "part %d of %d of the users".formatted(part + 1, PARTS),
                pairs.where(i -> !known.get(i) && !tested.get(i)),
                pairs.where(known::get),
                pairs.where(tested::get)));
      }
      return splits;
    }
  }

  private static void requireTimes(Interactions data, String protocol) throws ListeningException {
    if (!data.timed()) {
      throw new ListeningException(
          "'%s' takes times, but not every record has one; take k-fold or users."
              .formatted(protocol));
    }
  }

  private static List<Integer> shuffled(int size, Random random) {
    List<Integer> order = new ArrayList<>(IntStream.range(0, size).boxed().toList());
    Collections.shuffle(order, random);
    return order;
  }

  /** The records of each user who has any, in their order. */
  private static List<List<Integer>> byUser(Interactions data) {
    List<List<Integer>> byUser = new ArrayList<>();
    for (int user = 0; user < data.users().size(); user++) {
      byUser.add(new ArrayList<>());
    }
    for (int i = 0; i < data.size(); i++) {
      byUser.get(data.user(i)).add(i);
    }
    byUser.removeIf(List::isEmpty);
    return byUser;
  }
}
