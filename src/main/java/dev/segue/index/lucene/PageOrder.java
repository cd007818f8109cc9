package dev.segue.index.lucene;

import dev.segue.query.TrackSort;
import org.apache.lucene.document.DoubleField;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.SortedNumericSelector;
import org.apache.lucene.util.BytesRef;

/**
 * A {@link TrackSort} in Lucene's words, and places in it as text: the compared value, then the
 * ordinal, which decides between equals and makes every place one place.
 */
final class PageOrder {
  private final TrackSort order;

  PageOrder(TrackSort order) {
    this.order = order;
  }

  Sort sort() {
    SortField first =
        switch (order.by()) {
          case RELEVANCE -> SortField.FIELD_SCORE;
          case NAME ->
              new SortField(TrackDocument.NAME_KEY, SortField.Type.STRING, order.descending());
          case NUMBER ->
              DoubleField.newSortField(
                  TrackDocument.number(order.field().orElseThrow()),
                  order.descending(),
                  SortedNumericSelector.Type.MIN,
                  order.descending() ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY);
        };
    return new Sort(first, new SortField(TrackDocument.ORDINAL, SortField.Type.LONG));
  }

  /** The place of a hit. */
  String place(FieldDoc hit) {
    Object value = hit.fields[0];
    String text = value instanceof BytesRef bytes ? bytes.utf8ToString() : value.toString();
    return hit.fields[1] + " " + text;
  }

  /**
   * The hit at a place.
   *
   * @throws IllegalArgumentException when the text is no place in this order
   */
  FieldDoc hit(String place) {
    int space = place.indexOf(' ');
    if (space < 0) {
      throw new IllegalArgumentException("not a place in this order: " + place);
    }
    long ordinal = Long.parseLong(place.substring(0, space));
    String text = place.substring(space + 1);
    Object value =
        switch (order.by()) {
          case RELEVANCE -> Float.valueOf(text);
          case NAME -> new BytesRef(text);
          case NUMBER -> Double.valueOf(text);
        };
    if (value instanceof Number number && Double.isNaN(number.doubleValue())) {
      throw new IllegalArgumentException("not a place in this order: " + place);
    }
    return new FieldDoc(Integer.MAX_VALUE, Float.NaN, new Object[] {value, ordinal});
  }
}
