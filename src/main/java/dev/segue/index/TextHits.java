package dev.segue.index;

import dev.segue.rank.Hit;
import java.util.List;
import java.util.Optional;

/**
 * What a {@link TextQuery} found.
 *
 * @param total how many tracks fit, on all pages together
 * @param ranking this page, in the order asked for
 * @param named whether the whole title, or an artist, of the first track stands in what was typed
 * @param facets where they were asked for
 * @param partial whether the time was over before all tracks were looked at
 * @param next where this page ends, for {@link TextQuery#after}; empty on the last page. Opaque,
 *     and of use only for the same question to the same index
 */
public record TextHits(
    long total,
    List<Hit> ranking,
    boolean named,
    Optional<Facets> facets,
    boolean partial,
    Optional<String> next) {

  /** Copies. */
  public TextHits {
    ranking = List.copyOf(ranking);
  }

  /** Whether no track fits. */
  public boolean isEmpty() {
    return total == 0;
  }
}
