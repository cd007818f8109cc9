package dev.segue.search;

import dev.segue.index.IndexedTrack;
import dev.segue.index.TextHits;
import dev.segue.index.TextQuery;
import dev.segue.index.TrackIndex;
import dev.segue.query.RequestException;
import dev.segue.query.RequestException.Code;
import dev.segue.query.TrackFilter;
import dev.segue.query.TrackSort;
import dev.segue.rank.ScoredTrack;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;

/** Free text to ranked tracks, over one generation of an index. Thread-safe. */
public final class TrackSearch {
  private final TrackIndex index;
  private final long generation;
  private final long builtAt;

  /**
   * Searches one generation.
   *
   * @param builtAt when the generation was built
   */
  public TrackSearch(TrackIndex index, long generation, Instant builtAt) {
    this.index = index;
    this.generation = generation;
    this.builtAt = builtAt.toEpochMilli();
  }

  /**
   * One page of the tracks that fit.
   *
   * @throws RequestException when the cursor is not of this question and generation
   */
  public SearchResult search(SearchRequest request) throws IOException {
    int question = Cursor.question(request);
    Optional<Cursor> cursor =
        request.cursor().map(text -> Cursor.decode(text, generation, builtAt, question));
    long shown = cursor.map(Cursor::shown).orElse(0L);
    TextHits hits =
        hits(
            new TextQuery(
                request.q(),
                request.filter(),
                request.sort(),
                request.limit(),
                cursor.map(Cursor::place)));
    return new SearchResult(
        hits.total(),
        shown + 1,
        hits.tracks(),
        hits.next()
            .map(
                place ->
                    new Cursor(generation, builtAt, question, shown + hits.tracks().size(), place)
                        .encode()));
  }

  /**
   * The track that a text means: the best that is found by it.
   *
   * @throws RequestException when nothing is found, or the text is blank or too long
   */
  public Resolution resolve(String text) throws IOException {
    if (text.isBlank()) {
      throw RequestException.invalid("q", "q is blank; name a song.");
    }
    SearchRequest.checkText(text);
    TextHits hits =
        hits(new TextQuery(text, TrackFilter.EVERYTHING, TrackSort.RELEVANCE, 1, Optional.empty()));
    if (hits.tracks().isEmpty()) {
      throw new RequestException(
          Code.NOTHING_FOUND, "q", "Nothing is found for '%s'.".formatted(text));
    }
    ScoredTrack best = hits.tracks().getFirst();
    return new Resolution(
        new IndexedTrack(best.ordinal(), best.track()), index.coverage(text, best.track()));
  }

  private TextHits hits(TextQuery query) throws IOException {
    try {
      return index.search(query);
    } catch (IllegalArgumentException e) {
      if (query.after().isEmpty()) {
        throw e;
      }
      throw Cursor.invalid();
    }
  }
}
