package dev.segue.evaluate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Slips of the fingers: in a word of at least four Latin letters, at any place, one letter is put
 * in, left out, exchanged, or swapped with its neighbour, each as likely (the four classes of
 * Damerau 1964, "A technique for computer detection and correction of spelling errors").
 */
final class Typos {
  private static final Pattern WORD =
      Pattern.compile("(?<![\\p{L}\\p{M}\\p{N}])[\\p{IsLatin}]{4,}(?![\\p{L}\\p{M}\\p{N}])");

  private Typos() {}

  /** The text with a typo in each of so many words; empty when it has too few of them. */
  static Optional<String> in(String text, int count, Random random) {
    List<MatchResult> words = new ArrayList<>(WORD.matcher(text).results().toList());
    if (words.size() < count) {
      return Optional.empty();
    }
    Collections.shuffle(words, random);
    List<MatchResult> chosen = new ArrayList<>(words.subList(0, count));
    chosen.sort((one, other) -> Integer.compare(other.start(), one.start()));
    StringBuilder typed = new StringBuilder(text);
    for (MatchResult word : chosen) { // from behind, so that places stay
      typed.replace(word.start(), word.end(), in(word.group(), random));
    }
    return Optional.of(typed.toString());
  }

  private static String in(String word, Random random) {
    while (true) {
      StringBuilder typed = new StringBuilder(word);
      char letter = (char) ('a' + random.nextInt(26));
      int place = random.nextInt(word.length());
      switch (random.nextInt(4)) {
        case 0 -> typed.insert(random.nextInt(word.length() + 1), letter);
        case 1 -> typed.deleteCharAt(place);
        case 2 -> typed.setCharAt(place, letter);
        default -> {
          int other = Math.max(1, place);
          typed.setCharAt(other, word.charAt(other - 1));
          typed.setCharAt(other - 1, word.charAt(other));
        }
      }
      if (!typed.toString().equalsIgnoreCase(word)) {
        return typed.toString();
      }
    }
  }
}
