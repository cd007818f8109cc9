package dev.segue.bench;

import java.util.List;

/**
 * Questions of one kind.
 *
 * @param name {@code similar}, {@code recommend}, {@code playlist}, {@code listened}, {@code path},
 *     {@code search} or {@code mixed}
 * @param space the one asked about, or {@code null} where there is none
 * @param filterPercent the share of the catalogue that the filters are meant to pass, or {@code
 *     null} where there are none
 * @param passingPercent the share that they truly pass, or {@code null} where there are none
 * @param questions at least one
 */
record Scenario(
    String name,
    String space,
    Integer filterPercent,
    Double passingPercent,
    List<Question> questions) {
  /** Copies. */
  Scenario {
    questions = List.copyOf(questions);
  }
}
