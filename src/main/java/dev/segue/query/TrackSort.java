package dev.segue.query;

import dev.segue.catalog.NumericField;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * In which order tracks are answered. Ties stand in catalogue order, and tracks that lack the value
 * stand last, either way.
 *
 * @param by what is compared
 * @param field the number compared, with {@link By#NUMBER} only
 * @param descending largest first
 */
public record TrackSort(By by, Optional<NumericField> field, boolean descending) {

  /** What is compared. */
  public enum By {
    /** How well the words fit; always best first. */
    RELEVANCE,
    /** The title's {@link NameKey}. */
    NAME,
    /** A number of the track. */
    NUMBER
  }

  /** The numbers that can be sorted by, as people read them. */
  public static final String NUMBERS =
      Arrays.stream(NumericField.values())
          .map(NumericField::label)
          .collect(Collectors.joining(", "));

  /** Best first. */
  public static final TrackSort RELEVANCE = new TrackSort(By.RELEVANCE, Optional.empty(), true);

  /**
   * The order that a word of the API names: {@code relevance}, {@code name} or a number such as
   * {@code popularity}, smallest first; with a leading {@code -}, largest first.
   *
   * @return empty when no order has that name
   */
  public static Optional<TrackSort> named(String word) {
    if (word.equals("relevance")) {
      return Optional.of(RELEVANCE);
    }
    boolean descending = word.startsWith("-");
    String name = descending ? word.substring(1) : word;
    if (name.equals("name")) {
      return Optional.of(new TrackSort(By.NAME, Optional.empty(), descending));
    }
    return NumericField.named(name)
        .map(field -> new TrackSort(By.NUMBER, Optional.of(field), descending));
  }
}
