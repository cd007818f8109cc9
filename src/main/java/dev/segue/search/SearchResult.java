package dev.segue.search;

import dev.segue.index.Facets;
import dev.segue.query.ParsedQuery;
import dev.segue.rank.ScoredTrack;
import java.util.List;
import java.util.Optional;

/**
 * One page of an answer.
 *
 * @param total how many tracks fit, on all pages together
 * @param firstRank the rank of the page's first track, from 1
 * @param highlights of each track on the page, or empty when they were not asked for
 * @param facets of the whole answer, when they were asked for
 * @param mode in which the tracks were found
 * @param understood wishes that were found in the question
 * @param syntaxError why the question was read as plain words, if it was
 * @param didYouMean in words that the catalogue knows better; what is other is marked
 * @param corrected whether the tracks fit {@link #didYouMean}, since none fits what was typed
 * @param suggestions what may have been meant, when no track fits
 * @param partial whether the time was over before everything was looked at
 * @param nextCursor asks for the next page; empty on the last
 */
public record SearchResult(
    long total,
    long firstRank,
    List<ScoredTrack> tracks,
    List<Highlights> highlights,
    Optional<Facets> facets,
    SearchRequest.Mode mode,
    List<Understood> understood,
    Optional<ParsedQuery.SyntaxError> syntaxError,
    Optional<MarkedText> didYouMean,
    boolean corrected,
    List<Suggestion> suggestions,
    boolean partial,
    Optional<String> nextCursor) {

  /** Copies. */
  public SearchResult {
    tracks = List.copyOf(tracks);
    understood = List.copyOf(understood);
    highlights = List.copyOf(highlights);
    suggestions = List.copyOf(suggestions);
  }
}
