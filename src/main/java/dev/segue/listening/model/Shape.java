package dev.segue.listening.model;

import dev.segue.listening.Interactions;

/** How large the data are that a model learns from; it tells what training takes. */
public record Shape(long users, long items, long records) {
  /** That of some data. */
  public static Shape of(Interactions data) {
    return new Shape(data.users().size(), data.items().size(), data.size());
  }

  @Override
  public String toString() {
    return "%,d records of %,d users and %,d items".formatted(records, users, items);
  }
}
