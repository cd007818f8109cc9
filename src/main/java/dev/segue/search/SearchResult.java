package dev.segue.search;

import dev.segue.rank.ScoredTrack;
import java.util.List;
import java.util.Optional;

/**
 * One page of an answer.
 *
 * @param total how many tracks fit, on all pages together
 * @param firstRank the rank of the page's first track, from 1
 * @param correction what was searched for, where no track fits what was typed
 * @param nextCursor asks for the next page; empty on the last
 */
public record SearchResult(
    long total,
    long firstRank,
    List<ScoredTrack> tracks,
    Optional<Correction> correction,
    Optional<String> nextCursor) {

  /** Copies. */
  public SearchResult {
    tracks = List.copyOf(tracks);
  }
}
