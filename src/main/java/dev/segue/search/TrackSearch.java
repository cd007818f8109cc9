package dev.segue.search;

import dev.segue.catalog.Track;
import dev.segue.index.IndexedTrack;
import dev.segue.index.QueryText;
import dev.segue.index.QueryWord;
import dev.segue.index.Spelling;
import dev.segue.index.TextHits;
import dev.segue.index.TextQuery;
import dev.segue.index.TrackIndex;
import dev.segue.query.NameKey;
import dev.segue.query.ParsedQuery;
import dev.segue.query.QuerySyntax;
import dev.segue.query.RequestException;
import dev.segue.query.RequestException.Code;
import dev.segue.query.TrackFilter;
import dev.segue.query.TrackSort;
import dev.segue.rank.ScoredTrack;
import dev.segue.search.SearchRequest.Syntax;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Free text to ranked tracks, over one generation of an index. Thread-safe. */
public final class TrackSearch {
  /** Of how many tracks at most another question is thought of. */
  private static final int FEW = 10;

  private static final int SUGGESTIONS = 5;

  private final TrackIndex index;
  private final long generation;
  private final long builtAt;
  private final Speller speller;
  private final Suggester suggester;

  /**
   * Searches one generation.
   *
   * @param builtAt when the generation was built
   */
  public TrackSearch(TrackIndex index, long generation, Instant builtAt) {
    this.index = index;
    this.generation = generation;
    this.builtAt = builtAt.toEpochMilli();
    speller = new Speller(index);
    suggester = new Suggester(index);
  }

  /**
   * One page of the tracks that fit.
   *
   * @throws RequestException when the cursor is not of this question and generation, or the text is
   *     broken and may not be
   */
  public SearchResult search(SearchRequest request) throws IOException {
    int question = Cursor.question(request);
    Optional<Cursor> cursor =
        request.cursor().map(text -> Cursor.decode(text, generation, builtAt, question));
    long shown = cursor.map(Cursor::shown).orElse(0L);
    ParsedQuery parsed = parse(request);
    Page page =
        new Page(
            filter(parsed, request),
            request.sort(),
            request.limit(),
            request.extras().facets(),
            cursor.map(Cursor::place));
    Answer answer = answer(parsed.text(), page);
    TextHits hits = answer.hits;
    MarkedText correction = answer.reading.correction();
    return new SearchResult(
        hits.total(),
        shown + 1,
        hits.tracks(),
        request.extras().highlights() ? highlights(answer) : List.of(),
        hits.facets(),
        parsed.error(),
        correction.hasMarks() ? Optional.of(correction) : better(answer, parsed.text(), page),
        correction.hasMarks(),
        hits.isEmpty() ? nearest(parsed.text()) : List.of(),
        hits.next()
            .map(
                place ->
                    new Cursor(generation, builtAt, question, shown + hits.tracks().size(), place)
                        .encode()));
  }

  /** A star alone is what others write for everything. */
  private static ParsedQuery parse(SearchRequest request) {
    ParsedQuery parsed = QuerySyntax.parse(request.q().strip().equals("*") ? "" : request.q());
    if (request.syntax() == Syntax.STRICT && parsed.error().isPresent()) {
      ParsedQuery.SyntaxError error = parsed.error().get();
      throw RequestException.invalid(
          "q", "%s At character %d of q.".formatted(error.detail(), error.position() + 1));
    }
    return parsed;
  }

  private static TrackFilter filter(ParsedQuery parsed, SearchRequest request) {
    return parsed.filter().equals(TrackFilter.EVERYTHING)
        ? request.filter()
        : new TrackFilter.AllOf(List.of(request.filter(), parsed.filter()));
  }

  private List<Highlights> highlights(Answer answer) {
    Marker marker = Marker.of(answer.reading.text(), index);
    return answer.hits.tracks().stream().map(hit -> Highlights.of(hit.track(), marker)).toList();
  }

  /** A question that the catalogue knows better, where few tracks fit a rare word. */
  private Optional<MarkedText> better(Answer answer, String text, Page page) throws IOException {
    TextHits hits = answer.hits;
    boolean certain =
        hits.isEmpty() || hits.total() > FEW || names(text, hits.tracks().getFirst().track());
    return certain
        ? Optional.empty()
        : speller.better(answer.reading.text(), page.filter, hits.total());
  }

  /** Whether a text has the track's title in it, or an artist. */
  private static boolean names(String text, Track track) {
    String key = NameKey.of(text);
    return Stream.concat(Stream.of(track.name()), track.artists().stream())
        .anyMatch(name -> key.contains(NameKey.of(name)));
  }

  /** Suggestions for the text, or for the first of its words that has any. */
  private List<Suggestion> nearest(String text) throws IOException {
    List<Suggestion> nearest = suggest(new SuggestRequest(text, SUGGESTIONS));
    for (QueryWord word : index.read(text).words()) {
      if (!nearest.isEmpty()) {
        break;
      }
      if (!CommonWords.isAddition(word.text())) {
        nearest = suggest(new SuggestRequest(word.text(), SUGGESTIONS));
      }
    }
    return nearest;
  }

  /** Which of the tracks that fit. */
  private record Page(
      TrackFilter filter, TrackSort sort, int limit, boolean facets, Optional<String> after) {}

  private record Answer(Reading reading, TextHits hits) {}

  /**
   * Takes the words as they were typed; when no track has all of them, without those that name a
   * version; then with other spellings, or as many of the words as any track has.
   */
  private Answer answer(String text, Page page) throws IOException {
    QueryText typed = index.read(text);
    QueryText linked = typed.optional(CommonWords::isLinking);
    Answer answer = hits(Reading.of(linked), page);
    if (!answer.hits.isEmpty() || linked.words().isEmpty()) {
      return answer;
    }
    QueryText bare = typed.optional(CommonWords::isAddition);
    if (bare.required() < linked.required()) {
      answer = hits(Reading.of(bare), page);
      if (!answer.hits.isEmpty()) {
        return answer;
      }
    }
    Optional<Reading> reading = speller.read(bare, page.filter);
    return reading.isPresent() ? hits(reading.get(), page) : answer;
  }

  private Answer hits(Reading reading, Page page) throws IOException {
    try {
      TextHits hits =
          index.search(
              new TextQuery(
                  reading.text(),
                  reading.atLeast(),
                  page.filter,
                  page.sort,
                  page.limit,
                  page.facets,
                  page.after));
      return new Answer(reading, hits);
    } catch (IllegalArgumentException e) {
      if (page.after.isEmpty()) {
        throw e;
      }
      throw Cursor.invalid();
    }
  }

  /** What may be meant by something half typed, the likeliest first. */
  public List<Suggestion> suggest(SuggestRequest request) throws IOException {
    return suggester.suggest(request);
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
    SearchRequest request = SearchRequest.best(text, 1);
    ParsedQuery parsed = parse(request);
    Page page = new Page(filter(parsed, request), TrackSort.RELEVANCE, 1, false, Optional.empty());
    TextHits hits = answer(parsed.text(), page).hits;
    if (hits.tracks().isEmpty()) {
      throw new RequestException(
          Code.NOTHING_FOUND, "q", "Nothing is found for '%s'.".formatted(text));
    }
    ScoredTrack best = hits.tracks().getFirst();
    return new Resolution(
        new IndexedTrack(best.ordinal(), best.track()), coverage(parsed.text(), best.track()));
  }

  /** The share of the text's words that the track has, as they were typed. */
  private double coverage(String text, Track track) throws IOException {
    List<List<Spelling>> words =
        index.read(text).words().stream()
            .map(word -> List.of(new Spelling(word.text(), false, 0)))
            .toList();
    if (words.isEmpty()) {
      return 1;
    }
    TrackFilter thatTrack = new TrackFilter.IdAnyOf(Set.of(track.id()));
    return index.resembling(words, 1, thatTrack, 1).stream()
        .mapToDouble(found -> found.said().stream().filter(Optional::isPresent).count())
        .map(said -> said / words.size())
        .findFirst()
        .orElse(0);
  }
}
