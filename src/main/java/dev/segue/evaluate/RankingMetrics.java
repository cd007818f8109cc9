package dev.segue.evaluate;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** How well a ranked answer meets graded judgements; what was not judged is not relevant. */
final class RankingMetrics {
  private RankingMetrics() {}

  /** The share of the first k places that hold something relevant (grade above 0), [0, 1]. */
  static double precision(List<String> ranked, Map<String, Integer> grades, int k) {
    return ranked.stream().limit(k).filter(id -> grade(grades, id) > 0).count() / (double) k;
  }

  /**
   * Average precision: the mean, over everything relevant, of the precision at its rank; 0 for what
   * is not ranked (TREC's {@code map}). [0, 1]; 0 when nothing is relevant.
   */
  static double averagePrecision(List<String> ranked, Map<String, Integer> grades) {
    long relevant = grades.values().stream().filter(grade -> grade > 0).count();
    double sum = 0;
    int found = 0;
    for (int i = 0; i < ranked.size(); i++) {
      if (grade(grades, ranked.get(i)) > 0) {
        found++;
        sum += found / (double) (i + 1);
      }
    }
    return relevant == 0 ? 0 : sum / relevant;
  }

  /**
   * Normalised discounted cumulative gain at k (Järvelin & Kekäläinen 2002), with the grade as the
   * gain and {@code 1 / log2(rank + 1)} as the discount, as trec_eval has it. [0, 1]; 0 when
   * nothing is relevant.
   */
  static double ndcg(List<String> ranked, Map<String, Integer> grades, int k) {
    List<Integer> found = ranked.stream().limit(k).map(id -> grade(grades, id)).toList();
    List<Integer> ideal =
        grades.values().stream()
            .map(grade -> Math.max(grade, 0))
            .sorted(Comparator.reverseOrder())
            .limit(k)
            .toList();
    double best = gain(ideal);
    return best == 0 ? 0 : gain(found) / best;
  }

  private static double gain(List<Integer> grades) {
    return IntStream.range(0, grades.size())
        .mapToDouble(i -> grades.get(i) * Math.log(2) / Math.log(i + 2))
        .sum();
  }

  private static int grade(Map<String, Integer> grades, String id) {
    return Math.max(0, grades.getOrDefault(id, 0));
  }
}
