package dev.segue.search;

import dev.segue.catalog.Track;
import dev.segue.index.GenreCount;
import dev.segue.index.IndexedTrack;
import dev.segue.index.QueryWord;
import dev.segue.index.Spelling;
import dev.segue.index.TrackIndex;
import dev.segue.index.Vocabulary;
import dev.segue.query.NameField;
import dev.segue.query.RecordingTitle;
import dev.segue.search.Suggestion.Kind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Completes what is half typed: names that have each word, of the last at least its beginning. A
 * suggestion's score is its popularity times how likely it is to be meant: a name that begins with
 * what was typed is likelier than one that has it inside, one that has whole words likelier than
 * one that goes on, and one with a typo forgiven the least likely.
 */
final class Suggester {
  private static final double WHOLE_WORDS = 1.3;
  private static final double INSIDE = 0.6;
  private static final double WITH_TYPO = 0.4;

  /** Above what popularity counts from 0 to 100, so that obscure names are told apart, too. */
  private static final double OBSCURE = 20;

  private static final double ALBUM = 0.7;

  /** The largest genre is as popular as an artist of this popularity. */
  private static final double GENRE = 60;

  private static final Comparator<Suggestion> BEST_FIRST =
      Comparator.comparingDouble(Suggestion::score)
          .reversed()
          .thenComparing(Suggestion::kind)
          .thenComparing(suggestion -> suggestion.text().text())
          .thenComparing(suggestion -> suggestion.track().map(Track::id).orElse(""));

  /** In letters; what is shorter is taken as it is typed. */
  private static final int SHORTEST_WITH_TYPO = 4;

  /** Of all words together. */
  private static final int SPELLINGS = 30;

  /** Of more words, the last are completed. */
  private static final int MOST_WORDS = 8;

  /** So many of the most popular tracks are asked what their artists and albums are. */
  private static final int CANDIDATES = 40;

  private final TrackIndex index;
  private final Vocabulary vocabulary;
  private final Map<String, List<String>> genreWords;
  private final int largestGenre;

  Suggester(TrackIndex index) {
    this.index = index;
    vocabulary = index.vocabulary();
    genreWords =
        index.genres().stream()
            .map(GenreCount::name)
            .distinct()
            .collect(Collectors.toUnmodifiableMap(name -> name, name -> words(name)));
    largestGenre = index.genres().stream().mapToInt(GenreCount::tracks).max().orElse(0);
  }

  /**
   * What may be suggested.
   *
   * @param words it has one spelling of each
   * @param score before its likelihood
   */
  private record Candidate(
      Kind kind, String name, Optional<Track> track, List<List<Spelling>> words, double score) {
    /** The same for what looks the same in a list, and for releases of one title. */
    String key() {
      String by =
          kind == Kind.TRACK || kind == Kind.ALBUM ? track.orElseThrow().artists().getFirst() : "";
      String title =
          kind == Kind.TRACK ? RecordingTitle.of(name, track.orElseThrow().artists()) : name;
      return (kind + "\n" + title + "\n" + by).toLowerCase(Locale.ROOT);
    }
  }

  private static final Comparator<Candidate> MOST_POPULAR_FIRST =
      Comparator.comparingDouble(Candidate::score).reversed();

  /** The best first; none for a text without words. */
  List<Suggestion> suggest(SuggestRequest request) throws IOException {
    List<QueryWord> all = index.read(request.q()).words();
    List<QueryWord> typed = all.subList(Math.max(0, all.size() - MOST_WORDS), all.size());
    if (typed.isEmpty()) {
      return List.of();
    }
    List<List<Spelling>> asTyped = typed.stream().map(Suggester::asTyped).toList();
    List<Candidate> candidates = candidates(asTyped, 1);
    List<Suggestion> best = best(candidates, request.limit());
    if (best.size() == request.limit()) {
      return best;
    }
    List<List<Spelling>> withTypo = withTypo(typed);
    if (withTypo.equals(asTyped)) {
      return best;
    }
    candidates.addAll(candidates(withTypo, WITH_TYPO));
    return best(candidates, request.limit());
  }

  private static List<Spelling> asTyped(QueryWord word) {
    return List.of(new Spelling(word.text(), word.beginning(), 0));
  }

  /** Each word with those of one edit that the catalogue has. */
  private List<List<Spelling>> withTypo(List<QueryWord> words) throws IOException {
    List<List<Spelling>> spellings = new ArrayList<>();
    for (QueryWord word : words) {
      List<Spelling> of = new ArrayList<>(asTyped(word));
      if (word.text().codePointCount(0, word.text().length()) >= SHORTEST_WITH_TYPO) {
        List<Vocabulary.Near> near =
            word.beginning()
                ? vocabulary.nearBeginning(word.text(), SPELLINGS / words.size())
                : vocabulary.near(word.text(), 1, SPELLINGS / words.size());
        near.forEach(other -> of.add(new Spelling(other.text(), false, 1)));
      }
      spellings.add(of);
    }
    return spellings;
  }

  private List<Candidate> candidates(List<List<Spelling>> words, double factor) throws IOException {
    List<Candidate> candidates = new ArrayList<>();
    for (GenreCount genre : index.genres()) {
      double size = Math.log1p(genre.tracks()) / Math.log1p(largestGenre);
      candidates.add(
          new Candidate(
              Kind.GENRE,
              genre.name(),
              Optional.empty(),
              words,
              factor * (OBSCURE + GENRE * size)));
    }
    for (IndexedTrack each : index.popular(NameField.TITLE, words, CANDIDATES)) {
      candidates.add(candidate(Kind.TRACK, each.track().name(), each.track(), words, factor));
    }
    for (IndexedTrack each : index.popular(NameField.ARTIST, words, CANDIDATES)) {
      for (String artist : each.track().artists()) {
        candidates.add(candidate(Kind.ARTIST, artist, each.track(), words, factor));
      }
    }
    for (IndexedTrack each : index.popular(NameField.ALBUM, words, CANDIDATES)) {
      candidates.add(
          candidate(Kind.ALBUM, each.track().album(), each.track(), words, factor * ALBUM));
    }
    return candidates;
  }

  private static Candidate candidate(
      Kind kind, String name, Track track, List<List<Spelling>> words, double factor) {
    int popularity = track.popularity() == null ? 0 : track.popularity();
    return new Candidate(kind, name, Optional.of(track), words, factor * (OBSCURE + popularity));
  }

  /** The best of all kinds, but of each kind no more than half, as long as others fill the rest. */
  private List<Suggestion> best(List<Candidate> candidates, int limit) {
    List<Suggestion> all = new ArrayList<>();
    for (Kind kind : Kind.values()) {
      List<Candidate> ofKind =
          candidates.stream().filter(candidate -> candidate.kind == kind).toList();
      all.addAll(bestOfKind(ofKind, limit));
    }
    all.sort(BEST_FIRST);
    Map<Kind, Integer> taken = new EnumMap<>(Kind.class);
    List<Suggestion> best = new ArrayList<>();
    List<Suggestion> rest = new ArrayList<>();
    for (Suggestion suggestion : all) {
      boolean share = taken.merge(suggestion.kind(), 1, Integer::sum) <= Math.ceilDiv(limit, 2);
      (share ? best : rest).add(suggestion);
    }
    best.addAll(rest);
    return best.stream().limit(limit).sorted(BEST_FIRST).toList();
  }

  /** Looks at the candidates from the most popular on, until no other can be among the best. */
  private List<Suggestion> bestOfKind(List<Candidate> candidates, int limit) {
    Set<String> seen = new HashSet<>();
    TreeSet<Suggestion> best = new TreeSet<>(BEST_FIRST);
    for (Candidate candidate : candidates.stream().sorted(MOST_POPULAR_FIRST).toList()) {
      if (best.size() == limit && best.last().score() >= WHOLE_WORDS * candidate.score) {
        break;
      }
      double likelihood = seen.contains(candidate.key()) ? 0 : likelihood(candidate);
      if (likelihood > 0) {
        seen.add(candidate.key());
        Marker marker = Marker.of(candidate.words.stream().flatMap(List::stream).toList(), index);
        best.add(
            new Suggestion(
                candidate.kind,
                marker.mark(candidate.name),
                candidate.track,
                likelihood * candidate.score));
        if (best.size() > limit) {
          best.pollLast();
        }
      }
    }
    return List.copyOf(best);
  }

  /** Higher is likelier, 0 when the name itself does not have the words. */
  private double likelihood(Candidate candidate) {
    List<List<Spelling>> words = candidate.words;
    List<String> said =
        candidate.kind == Kind.GENRE ? genreWords.get(candidate.name) : words(candidate.name);
    boolean ownWords = words.stream().allMatch(word -> said.stream().anyMatch(is(word)));
    boolean has =
        switch (candidate.kind) {
          case TRACK, ALBUM -> true;
          // An only artist may have them in Latin letters.
          case ARTIST -> ownWords || candidate.track.orElseThrow().artists().size() == 1;
          case GENRE -> ownWords;
        };
    if (!has) {
      return 0;
    }
    Optional<String> first = said.stream().filter(word -> !CommonWords.isLinking(word)).findFirst();
    boolean begins =
        said.stream().findFirst().filter(is(words.getFirst())).isPresent()
            || first.filter(is(words.getFirst())).isPresent();
    boolean whole = words.stream().allMatch(word -> said.contains(word.getFirst().text()));
    return (whole ? WHOLE_WORDS : 1) * (begins ? 1 : INSIDE);
  }

  private List<String> words(String name) {
    return index.read(name).words().stream().map(QueryWord::text).toList();
  }

  private static Predicate<String> is(List<Spelling> spellings) {
    return word ->
        spellings.stream()
            .anyMatch(
                spelling ->
                    spelling.beginning()
                        ? word.startsWith(spelling.text())
                        : word.equals(spelling.text()));
  }
}
