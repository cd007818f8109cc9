package dev.segue.search;

import dev.segue.catalog.Track;
import dev.segue.index.Exclusions;
import dev.segue.index.IndexedTrack;
import dev.segue.index.QueryWord;
import dev.segue.index.Spelling;
import dev.segue.index.TextHits;
import dev.segue.index.TimeBudget;
import dev.segue.index.TrackIndex;
import dev.segue.query.Cursor;
import dev.segue.query.ParsedQuery;
import dev.segue.query.QuerySyntax;
import dev.segue.query.RequestException;
import dev.segue.query.RequestException.Code;
import dev.segue.query.TrackFilter;
import dev.segue.query.TrackSort;
import dev.segue.rank.Hit;
import dev.segue.rank.ScoredTrack;
import dev.segue.search.SearchRequest.Blend;
import dev.segue.search.SearchRequest.Mode;
import dev.segue.search.SearchRequest.Syntax;
import dev.segue.search.Understanding.Meaning;
import dev.segue.search.WordSearch.Answer;
import dev.segue.search.WordSearch.Page;
import dev.segue.vector.FeatureSpace;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Free text to ranked tracks, over one generation of an index. Thread-safe. */
public final class TrackSearch {
  private static final int SUGGESTIONS = 5;
  private static final int MOST_WORDS_TRIED = 5;

  /** Far more than any question should need. */
  private static final Duration TIME = Duration.ofSeconds(1);

  private final TrackIndex index;
  private final long generation;
  private final long builtAt;
  private final Duration time;
  private final WordSearch words;
  private final HybridSearch hybrid;
  private final Understanding understanding;
  private final Suggester suggester;

  /**
   * Searches one generation.
   *
   * @param spaces that it was built with, the default first
   * @param builtAt when the generation was built
   */
  public TrackSearch(TrackIndex index, List<FeatureSpace> spaces, long generation, Instant builtAt)
      throws IOException {
    this(index, spaces, generation, builtAt, TIME);
  }

  /**
   * The same within another time.
   *
   * @param time for one question; what was found until then is answered
   */
  TrackSearch(
      TrackIndex index, List<FeatureSpace> spaces, long generation, Instant builtAt, Duration time)
      throws IOException {
    this.index = index;
    this.generation = generation;
    this.builtAt = builtAt.toEpochMilli();
    this.time = time;
    words = new WordSearch(index);
    hybrid = new HybridSearch(index, words, spaces.stream().findFirst());
    understanding = Understanding.of(index);
    suggester = new Suggester(index);
  }

  /**
   * One page of the tracks that fit.
   *
   * @throws RequestException when the cursor is not of this question and generation, or the text is
   *     broken and may not be
   */
  public SearchResult search(SearchRequest request) throws IOException {
    Blend blend = request.blend();
    int question =
        Cursor.question(
            request.q(),
            request.syntax(),
            request.filter(),
            request.versions(),
            request.sort(),
            blend.mode(),
            blend.fusion(),
            blend.space().map(FeatureSpace::name));
    Optional<Cursor> cursor =
        request.cursor().map(text -> Cursor.decode(text, generation, builtAt, question));
    long shown = cursor.map(Cursor::shown).orElse(0L);
    ParsedQuery parsed = parse(request);
    TimeBudget budget = TimeBudget.of(time);
    TrackFilter filter = filter(parsed, request);
    Found found =
        find(
            parsed.text(),
            new Page(
                filter,
                request.versions(),
                request.sort(),
                request.limit(),
                request.extras().facets(),
                budget,
                cursor.map(Cursor::place)),
            request.blend());
    TextHits hits = found.hits;
    boolean corrected = !found.words.reading().replacements().isEmpty();
    Optional<Reading> other =
        corrected
            ? Optional.of(found.words.reading())
            : words.better(found.words, filter, request.versions(), budget);
    List<ScoredTrack> tracks = index.tracks(hits.ranking(), request.versions());
    return new SearchResult(
        hits.total(),
        shown + 1,
        tracks,
        request.extras().highlights() ? highlights(found.words, tracks) : List.of(),
        hits.facets(),
        found.mode,
        found.wishes,
        parsed.error(),
        other.map(reading -> reading.marked(request.q())),
        corrected,
        hits.isEmpty() ? nearest(parsed.text(), budget) : List.of(),
        hits.partial() || budget.isSpent(),
        hits.next()
            .map(
                place ->
                    new Cursor(generation, builtAt, question, shown + tracks.size(), place)
                        .encode()));
  }

  /**
   * An answer, and how it came about.
   *
   * @param words the answer of the words alone, of which {@code hits} are made
   */
  private record Found(Mode mode, List<Understood> wishes, Answer words, TextHits hits) {}

  private Found find(String text, Page page, Blend blend) throws IOException {
    Page first = page.first();
    if (text.isBlank() || blend.mode().equals(Optional.of(Mode.TEXT))) {
      return byWords(words.answer(text, first), page);
    }
    Meaning meaning = understanding.of(text);
    boolean wishes = !meaning.wishes().isEmpty();
    boolean onlyWishes = wishes && meaning.rest().isBlank();
    Answer typed = words.asTyped(text, first);
    if (typed.isEmpty() && !onlyWishes) {
      Answer otherwise = words.otherwise(text, first, typed);
      typed = wishes && !otherwise.namesItsBest() ? typed : otherwise;
    }
    if (blend.mode().isEmpty()) {
      if (!onlyWishes && namesASong(text, typed, page)) {
        return byWords(typed, page);
      }
      if (page.sort().by() != TrackSort.By.RELEVANCE) {
        return onlyWishes || (wishes && typed.isEmpty())
            ? wished(meaning, page)
            : byWords(typed, page);
      }
    }
    Mode mode = blend.mode().orElse(Mode.HYBRID);
    HybridSearch.Joined joined = hybrid.answer(typed, meaning, page, mode, blend);
    return new Found(mode, meaning.wishes(), joined.words(), joined.hits());
  }

  /** Whether words name a song or an artist; filters, which only narrow, do not change that. */
  private boolean namesASong(String text, Answer typed, Page page) throws IOException {
    if (page.filter().equals(TrackFilter.EVERYTHING)) {
      return typed.namesItsBest();
    }
    Answer anywhere = words.asTyped(text, Page.best(TrackFilter.EVERYTHING, page.budget()));
    return (anywhere.isEmpty() ? typed : anywhere).namesItsBest();
  }

  private Found byWords(Answer first, Page page) throws IOException {
    Answer answer = page.after().isPresent() ? words.hits(first.reading(), page) : first;
    return new Found(Mode.TEXT, List.of(), answer, answer.hits());
  }

  /** In another order than the best first, wishes only narrow. */
  private Found wished(Meaning meaning, Page page) throws IOException {
    Page within = page.within(meaning.filter());
    Answer first = words.answer(meaning.rest(), within.first());
    return new Found(
        Mode.TEXT, meaning.wishes(), first, words.hits(first.reading(), within).hits());
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

  private TrackFilter filter(ParsedQuery parsed, SearchRequest request) throws IOException {
    TrackFilter filter = Exclusions.of(request.filter(), request.versions(), index);
    return parsed.filter().equals(TrackFilter.EVERYTHING)
        ? filter
        : new TrackFilter.AllOf(List.of(filter, parsed.filter()));
  }

  private List<Highlights> highlights(Answer answer, List<ScoredTrack> tracks) {
    Marker marker = Marker.of(answer.reading().text(), index);
    return tracks.stream().map(hit -> Highlights.of(hit.track(), marker)).toList();
  }

  /** Suggestions for the text, or for the first of its words that has any. */
  private List<Suggestion> nearest(String text, TimeBudget budget) throws IOException {
    List<Suggestion> nearest = suggest(new SuggestRequest(text, SUGGESTIONS));
    Iterator<QueryWord> words =
        index.read(text).words().stream()
            .filter(word -> !CommonWords.isAddition(word.text()))
            .limit(MOST_WORDS_TRIED)
            .iterator();
    while (nearest.isEmpty() && words.hasNext() && !budget.isSpent()) {
      nearest = suggest(new SuggestRequest(words.next().text(), SUGGESTIONS));
    }
    return nearest;
  }

  /** What may be meant by something half typed, the likeliest first. */
  public List<Suggestion> suggest(SuggestRequest request) throws IOException {
    return suggester.suggest(request);
  }

  /**
   * The track that a text means: the first that a search answers it with, or else the one that has
   * most of its words.
   *
   * @throws RequestException when nothing is found, or the text is blank or too long
   */
  public Resolution resolve(String text) throws IOException {
    if (text.isBlank()) {
      throw RequestException.invalid("q", "q is blank; name a song.");
    }
    SearchRequest request = SearchRequest.best(text, 1);
    ParsedQuery parsed = parse(request);
    if (parsed.text().isBlank()) {
      throw RequestException.invalid("q", "q has no words; name a song.");
    }
    int best = search(request).tracks().stream().findFirst().map(ScoredTrack::ordinal).orElse(-1);
    if (best < 0) {
      Page first = Page.best(filter(parsed, request), TimeBudget.of(time));
      best =
          words.answer(parsed.text(), first).hits().ranking().stream()
              .findFirst()
              .map(Hit::ordinal)
              .orElseThrow(
                  () ->
                      new RequestException(
                          Code.NOTHING_FOUND, "q", "Nothing is found for '%s'.".formatted(text)));
    }
    IndexedTrack meant = new IndexedTrack(best, index.track(best));
    return new Resolution(meant, coverage(parsed.text(), meant.track()));
  }

  /** The share of the text's words that the track has, as they were typed. */
  private double coverage(String text, Track track) throws IOException {
    List<List<Spelling>> words =
        index.read(text).words().stream()
            .map(word -> List.of(new Spelling(word.text(), false, 0)))
            .toList();
    TrackFilter thatTrack = new TrackFilter.IdAnyOf(Set.of(track.id()));
    return index.resembling(words, 1, thatTrack, 1).stream()
        .mapToDouble(found -> found.said().stream().filter(Optional::isPresent).count())
        .map(said -> said / words.size())
        .findFirst()
        .orElse(0);
  }
}
