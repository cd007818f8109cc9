package dev.segue.search;

import dev.segue.index.QueryText;
import java.util.List;

/**
 * What a question is taken for.
 *
 * @param text what is searched for
 * @param atLeast how many of its words a track must have
 * @param replacements what was put for something that was typed, in order
 */
record Reading(QueryText text, int atLeast, List<Replacement> replacements) {
  /**
   * A word put for what was typed.
   *
   * @param start where that stands, in characters
   * @param end behind it
   */
  record Replacement(int start, int end, String text) {}

  /** Copies. */
  Reading {
    replacements = List.copyOf(replacements);
  }

  /** With every word that is not optional. */
  static Reading of(QueryText text) {
    return new Reading(text, text.required(), List.of());
  }

  /** A text with the replacements in it. */
  String applied(String typed) {
    return marked(typed).text();
  }

  /** A text with the replacements in it, and marked. */
  MarkedText marked(String typed) {
    MarkedText.Builder marked = new MarkedText.Builder();
    int done = 0;
    for (Replacement each : replacements) {
      marked.add(typed.substring(done, Math.max(done, each.start)), false);
      marked.add(each.text, true);
      done = Math.max(done, each.end);
    }
    return marked.add(typed.substring(Math.min(done, typed.length())), false).build();
  }
}
