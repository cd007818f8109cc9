package dev.segue.listening.model;

import java.io.IOException;

/** What listeners would like. Thread-safe. */
public sealed interface TasteModel permits FactorModel, ItemWeights, Popularity {
  /** How many items it knows; they are numbered as in the interactions it was trained with. */
  int items();

  /**
   * Scores every item for a listener, those that they know among them. Higher is better; scores of
   * different listeners or models cannot be compared.
   *
   * @param history of any listener; items that the model does not know say nothing
   * @param scores {@code float[items()]}, all of which are overwritten
   */
  void score(History history, float[] scores);

  /**
   * What each item of a history adds to the score of an item, {@code double[history]}; 0 where
   * scores do not depend on histories.
   *
   * @param history only items that the model knows
   */
  double[] contributions(History history, int item);

  /** Writes its numbers; its kind reads them ({@link TasteKind#read}). */
  void write(NumberFiles files) throws IOException;
}
