package dev.segue.index.lucene;

import dev.segue.index.Vocabulary;
import java.io.IOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.search.FuzzyTermsEnum;
import org.apache.lucene.util.automaton.Automata;
import org.apache.lucene.util.automaton.Automaton;
import org.apache.lucene.util.automaton.CompiledAutomaton;
import org.apache.lucene.util.automaton.LevenshteinAutomata;
import org.apache.lucene.util.automaton.Operations;

/** The words of an index: its terms, found by Levenshtein automata (Schulz & Mihov 2002). */
final class LuceneVocabulary implements Vocabulary {
  private static final Comparator<Near> NEAREST_FIRST =
      Comparator.comparingInt(Near::edits)
          .thenComparing(Comparator.comparingInt(Near::tracks).reversed())
          .thenComparing(Near::text);

  /** In characters; an automaton grows with its word, and no one means a longer one. */
  private static final int LONGEST = 40;

  private final Dictionary words;
  private final Dictionary sounds;

  LuceneVocabulary(IndexReader reader) {
    words = new Dictionary(reader, TrackDocument.WORDS);
    sounds = new Dictionary(reader, TrackDocument.SOUND);
  }

  @Override
  public int tracksWith(String word) throws IOException {
    return words.tracksWith(word);
  }

  @Override
  public List<Near> near(String word, int edits, int limit) throws IOException {
    if (word.codePointCount(0, word.length()) > LONGEST) {
      return List.of();
    }
    Map<String, Integer> near =
        words.tracksWith(terms -> new FuzzyTermsEnum(terms, words.term(word), edits, 0, true));
    return near.entrySet().stream()
        .filter(term -> !term.getKey().equals(word))
        .map(
            term ->
                new Near(term.getKey(), EditDistance.between(word, term.getKey()), term.getValue()))
        .sorted(NEAREST_FIRST)
        .limit(limit)
        .toList();
  }

  @Override
  public List<Near> nearBeginning(String typed, int limit) throws IOException {
    if (typed.codePointCount(0, typed.length()) > LONGEST) {
      return List.of();
    }
    int first = Character.charCount(typed.codePointAt(0));
    Automaton oneEdit =
        new LevenshteinAutomata(typed.substring(first), true)
            .toAutomaton(1, typed.substring(0, first));
    return words.tracksWith(beginningWith(oneEdit)::getTermsEnum).entrySet().stream()
        .filter(term -> !term.getKey().startsWith(typed))
        .map(term -> new Near(term.getKey(), 1, term.getValue()))
        .sorted(NEAREST_FIRST)
        .limit(limit)
        .toList();
  }

  private static CompiledAutomaton beginningWith(Automaton beginning) {
    return new CompiledAutomaton(
        Operations.determinize(
            Operations.concatenate(List.of(beginning, Automata.makeAnyString())),
            Operations.DEFAULT_DETERMINIZE_WORK_LIMIT));
  }

  @Override
  public List<String> soundingLike(String word, int limit) throws IOException {
    Optional<String> beginning = Sounds.beginning(word);
    if (beginning.isEmpty()) {
      return List.of();
    }
    CompiledAutomaton alike = beginningWith(Automata.makeString(beginning.get()));
    Map<String, Integer> tracks = new HashMap<>();
    for (String term : sounds.tracksWith(alike::getTermsEnum).keySet()) {
      String other = term.substring(beginning.get().length());
      tracks.put(other, words.tracksWith(other));
    }
    tracks.remove(word);
    return tracks.entrySet().stream()
        .sorted(
            Map.Entry.<String, Integer>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(limit)
        .map(Map.Entry::getKey)
        .toList();
  }
}
