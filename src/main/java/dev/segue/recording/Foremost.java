package dev.segue.recording;

/**
 * Which version stands for its recording. Where it does not fit a question, the most popular of
 * those that do stands in. Between equals the most popular, then the first in the catalogue.
 */
public enum Foremost {
  MOST_POPULAR,
  /** That of the earliest year; those without a year come last. */
  EARLIEST,
  /** That of the latest year; those without a year come last. */
  LATEST
}
