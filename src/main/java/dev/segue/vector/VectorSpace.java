package dev.segue.vector;

/** Where vectors of tracks are compared: by what they sound like, or by who listens to them. */
public sealed interface VectorSpace permits FeatureSpace, FactorSpace {
  /** In URLs and commands. */
  String name();

  /** How distances are taken. */
  Metric metric();

  /** How long its vectors are. */
  int dimension();
}
