package dev.segue.listening.model;

import java.util.List;

/** A kind of model that can be named, and trained with hyperparameters. */
public interface ModelKind {
  /** As it is written in settings. */
  String kind();

  /** What training takes. */
  List<Hyperparameter> hyperparameters();
}
