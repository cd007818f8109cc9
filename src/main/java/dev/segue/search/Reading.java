package dev.segue.search;

import dev.segue.index.QueryText;

/**
 * What a question is taken for.
 *
 * @param text what is searched for
 * @param atLeast how many of its words a track must have
 * @param correction what is searched for, with marks where it differs from what was typed
 */
record Reading(QueryText text, int atLeast, MarkedText correction) {
  /** With every word that is not optional. */
  static Reading of(QueryText text) {
    return new Reading(text, text.required(), MarkedText.NONE);
  }
}
