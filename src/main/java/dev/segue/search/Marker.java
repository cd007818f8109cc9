package dev.segue.search;

import dev.segue.index.QueryText;
import dev.segue.index.QueryWord;
import dev.segue.index.Spelling;
import dev.segue.index.TrackIndex;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Marks in a name what was asked for. */
final class Marker {
  /** Beyond it begin other scripts. */
  private static final char LAST_LATIN = '\u024F';

  private final TrackIndex index;
  private final Set<String> words = new HashSet<>();
  private final List<String> beginnings = new ArrayList<>();

  /** What may be a whole name, without its spaces. */
  private final Set<String> wholes = new HashSet<>();

  private Marker(TrackIndex index) {
    this.index = index;
  }

  /** Marks the words of a question, and names that are the whole of what stands in it. */
  static Marker of(QueryText asked, TrackIndex index) {
    Marker marker = new Marker(index);
    for (QueryWord word : asked.words()) {
      marker.words.add(word.text());
      if (word.beginning()) {
        marker.beginnings.add(word.text());
      }
    }
    marker.wholes.addAll(asked.runs());
    return marker;
  }

  /** Marks spellings. */
  static Marker of(Collection<Spelling> spellings, TrackIndex index) {
    Marker marker = new Marker(index);
    for (Spelling spelling : spellings) {
      if (spelling.beginning()) {
        marker.beginnings.add(spelling.text());
      } else {
        marker.words.add(spelling.text());
      }
    }
    return marker;
  }

  MarkedText mark(String name) {
    QueryText text = index.read(name);
    BitSet marks = new BitSet(name.length());
    if (wholes.contains(text.whole()) || isWholeInLatin(name)) {
      marks.set(0, name.length());
    } else {
      for (QueryWord word : text.words()) {
        if (words.contains(word.text())) {
          marks.set(word.start(), word.end());
        } else {
          markBeginning(word, marks);
        }
      }
    }
    return parts(name, marks);
  }

  private boolean isWholeInLatin(String name) {
    return name.chars().anyMatch(c -> c > LAST_LATIN)
        && index.wholes(name).stream().anyMatch(wholes::contains);
  }

  /** Where a word was typed as it is written, only its beginning is marked; else all of it. */
  private void markBeginning(QueryWord word, BitSet marks) {
    for (String beginning : beginnings) {
      if (word.text().startsWith(beginning)) {
        boolean asWritten = word.end() - word.start() == word.text().length();
        marks.set(word.start(), asWritten ? word.start() + beginning.length() : word.end());
      }
    }
  }

  private static MarkedText parts(String name, BitSet marks) {
    MarkedText.Builder parts = new MarkedText.Builder();
    for (int from = 0; from < name.length(); ) {
      boolean marked = marks.get(from);
      int to = marked ? marks.nextClearBit(from) : marks.nextSetBit(from);
      int end = to < 0 ? name.length() : to;
      parts.add(name.substring(from, end), marked);
      from = end;
    }
    return parts.build();
  }
}
