package dev.segue.http.spotify;

import dev.segue.http.api.Parameters;
import dev.segue.query.RequestException;
import java.util.List;

/**
 * Some of many items.
 *
 * @param href this page
 * @param next the one after it, or {@code null}
 * @param previous the one before it, or {@code null}
 * @param total on all pages together
 */
record PageObject<T>(
    String href, List<T> items, int limit, String next, int offset, String previous, int total) {
  /** Copies. */
  PageObject {
    items = List.copyOf(items);
  }

  /**
   * Which items are wanted.
   *
   * @param limit how many at most
   * @param offset how many before them are skipped
   * @param reach how many can be reached at all
   */
  record Window(int limit, int offset, int reach) {
    private static final int DEFAULT = 20;
    private static final int MOST = 50;

    /** As many as fit on a page, from the first on. */
    static final Window FIRST = new Window(MOST, 0, Integer.MAX_VALUE);

    /**
     * Reads {@code limit} and {@code offset}.
     *
     * @throws RequestException naming the parameter, the value and the limit
     */
    static Window read(Parameters parameters, int reach) {
      int limit = parameters.integer("limit", DEFAULT);
      int offset = parameters.integer("offset", 0);
      return new Window(
          RequestException.checkCount("limit", limit, 1, MOST),
          RequestException.checkCount("offset", offset, 0, reach),
          reach);
    }

    /** How many there must be to fill it. */
    int end() {
      return (int) Math.min((long) offset + limit, reach);
    }

    /** Those of all. */
    <A> List<A> of(List<A> all) {
      return all.subList(Math.min(offset, all.size()), Math.min(end(), all.size()));
    }

    /**
     * A page of them.
     *
     * @param total on all pages together
     */
    <A> PageObject<A> page(List<A> items, int total, Links.Question question) {
      Links.Question sized = question.with("limit", limit);
      return new PageObject<>(
          sized.with("offset", offset).toString(),
          items,
          limit,
          end() < Math.min(total, reach) ? sized.with("offset", end()).toString() : null,
          offset,
          offset > 0 ? sized.with("offset", Math.max(0, offset - limit)).toString() : null,
          total);
    }
  }
}
