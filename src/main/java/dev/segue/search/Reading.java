package dev.segue.search;

import dev.segue.index.QueryText;

/**
 * What a question is taken for.
 *
 * @param text what is searched for
 * @param atLeast how many of its words a track must have
 * @param correction how it differs from what was typed
 */
record Reading(QueryText text, int atLeast, Correction correction) {
  /** With every word that is not optional. */
  static Reading of(QueryText text) {
    return new Reading(text, text.required(), Correction.NONE);
  }
}
