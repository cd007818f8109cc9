package dev.segue.listening;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Records of who did what: a user, an item, a value (plays, or a rating) and, where it is known,
 * when. They stand in the order in which they were added. Parts of the same data share their {@link
 * Ids}, so that a number means the same user and the same item in all of them. 20 bytes a record.
 */
public final class Interactions {
  /** The time of a record whose time nobody knows. */
  public static final long UNKNOWN_TIME = Long.MIN_VALUE;

  private final Ids users;
  private final Ids items;
  private final int[] user;
  private final int[] item;
  private final float[] value;
  private final long[] time;

  private Interactions(Ids users, Ids items, int[] user, int[] item, float[] value, long[] time) {
    this.users = users;
    this.items = items;
    this.user = user;
    this.item = item;
    this.value = value;
    this.time = time;
  }

  /** Collects records; for one thread. */
  public static final class Builder {
    private final Ids users;
    private final Ids items;
    private int[] user = new int[1024];
    private int[] item = new int[1024];
    private float[] value = new float[1024];
    private long[] time = new long[1024];
    private int size;

    /** Begins, with the users and items of other parts of the same data, which may grow. */
    public Builder(Ids users, Ids items) {
      this.users = users;
      this.items = items;
    }

    /**
     * Adds a record.
     *
     * @param seconds since 1970, or {@link #UNKNOWN_TIME}
     */
    public Builder add(String userId, String itemId, double of, long seconds) {
      return add(users.number(userId), items.number(itemId), (float) of, seconds);
    }

    private Builder add(int ofUser, int ofItem, float of, long seconds) {
      if (size == user.length) {
        user = Arrays.copyOf(user, 2 * size);
        item = Arrays.copyOf(item, 2 * size);
        value = Arrays.copyOf(value, 2 * size);
        time = Arrays.copyOf(time, 2 * size);
      }
      user[size] = ofUser;
      item[size] = ofItem;
      value[size] = of;
      time[size] = seconds;
      size++;
      return this;
    }

    /** What was added. */
    public Interactions build() {
      return new Interactions(
          users,
          items,
          Arrays.copyOf(user, size),
          Arrays.copyOf(item, size),
          Arrays.copyOf(value, size),
          Arrays.copyOf(time, size));
    }
  }

  /** How many records there are. */
  public int size() {
    return user.length;
  }

  /** All users that numbers stand for, those without a record here among them. */
  public Ids users() {
    return users;
  }

  /** All items that numbers stand for, those without a record here among them. */
  public Ids items() {
    return items;
  }

  /** The number of a record's user. */
  public int user(int index) {
    return user[index];
  }

  /** The number of a record's item. */
  public int item(int index) {
    return item[index];
  }

  /** The plays or the rating of a record. */
  public float value(int index) {
    return value[index];
  }

  /** Seconds since 1970, or {@link #UNKNOWN_TIME}. */
  public long time(int index) {
    return time[index];
  }

  /** A number that only records of the same user and item have in common. */
  public long pair(int index) {
    return (long) user[index] << 32 | item[index];
  }

  /** Whether the time of every record is known. */
  public boolean timed() {
    return Arrays.stream(time).noneMatch(each -> each == UNKNOWN_TIME);
  }

  /** How many users have a record. */
  public int distinctUsers() {
    return distinct(user);
  }

  /** How many items have a record. */
  public int distinctItems() {
    return distinct(item);
  }

  /** How many records each item has, {@code int[items]}. */
  public int[] popularity() {
    int[] popularity = new int[items.size()];
    for (int number : item) {
      popularity[number]++;
    }
    return popularity;
  }

  private static int distinct(int... numbers) {
    BitSet seen = new BitSet();
    for (int number : numbers) {
      seen.set(number);
    }
    return seen.cardinality();
  }

  /** Those records that are chosen by their place, in the order of this. */
  public Interactions where(IntPredicate chosen) {
    return at(IntStream.range(0, size()).filter(chosen).toArray());
  }

  /** The records at some places. */
  public Interactions at(int... places) {
    Builder chosen = new Builder(users, items);
    for (int place : places) {
      chosen.add(user[place], item[place], value[place], time[place]);
    }
    return chosen.build();
  }

  /** One record for each pair of user and item, in the order of the first: values are added up. */
  public Interactions added() {
    return onePerPair((first, next) -> new Merged(value[next] + first.value, later(first, next)));
  }

  /** One record for each pair of user and item: the latest, of several at once the last. */
  public Interactions latest() {
    return onePerPair(
        (first, next) -> time[next] < first.time ? first : new Merged(value[next], time[next]));
  }

  private long later(Merged first, int next) {
    return Math.max(first.time, time[next]);
  }

  private record Merged(float value, long time) {}

  private interface Merging {
    Merged of(Merged first, int next);
  }

  private Interactions onePerPair(Merging merging) {
    Map<Long, Integer> places = new HashMap<>();
    Builder merged = new Builder(users, items);
    for (int i = 0; i < size(); i++) {
      Integer first = places.putIfAbsent(pair(i), merged.size);
      if (first == null) {
        merged.add(user[i], item[i], value[i], time[i]);
      } else {
        Merged both = merging.of(new Merged(merged.value[first], merged.time[first]), i);
        merged.value[first] = both.value();
        merged.time[first] = both.time();
      }
    }
    return merged.build();
  }
}
