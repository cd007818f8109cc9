package dev.segue.recommend;

import dev.segue.catalog.NumericField;
import dev.segue.catalog.Track;
import dev.segue.index.TrackIndex;
import dev.segue.rank.ScorePart;
import dev.segue.recommend.Candidates.Candidate;
import dev.segue.vector.FittedSpace;
import dev.segue.vector.Spreads;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Numbers that tracks shall come near. All together they are half of the relevance, and each counts
 * as much as the others: {@code 1 − F(x, t)}, where F is the share of the tracks of the catalogue
 * whose number lies between the track's and the target; 0 for a track without the number. Key, mode
 * and time signature are met or not.
 *
 * @param wanted by field
 */
record Targets(Map<NumericField, Double> wanted, Spreads spreads) {
  private static final double SHARE = 0.5;

  boolean isEmpty() {
    return wanted.isEmpty();
  }

  /** A point among those where tracks may be that meet the targets. */
  float[] move(float[] point, FittedSpace space) {
    return isEmpty() ? point : space.moved(point, field -> wanted.getOrDefault(field, Double.NaN));
  }

  /** How well a number meets the target of its field, [0, 1]. */
  double met(NumericField field, double number) {
    double target = wanted.get(field);
    if (field.nominal()) {
      return number == target ? 1 : 0;
    }
    return 1 - spreads.between(field, number, target);
  }

  /** What the relevance of each candidate becomes, in their order. */
  double[] joined(List<Candidate> candidates, TrackIndex index) throws IOException {
    double[] joined =
        candidates.stream().mapToDouble(each -> ofRelevance(each.relevance())).toArray();
    int[] ordinals = candidates.stream().mapToInt(Candidate::ordinal).toArray();
    for (NumericField field : wanted.keySet()) {
      double[] numbers = index.numbers(field, ordinals);
      for (int i = 0; i < joined.length; i++) {
        joined[i] += ofTarget(field, numbers[i]);
      }
    }
    return joined;
  }

  /** What that is made of: the parts of the relevance, and {@code target_X} for each target. */
  List<ScorePart> parts(List<ScorePart> relevance, Track track) {
    List<ScorePart> parts = new ArrayList<>();
    relevance.forEach(part -> parts.add(new ScorePart(part.name(), ofRelevance(part.score()))));
    for (NumericField field : wanted.keySet()) {
      parts.add(new ScorePart("target_" + field.label(), ofTarget(field, field.of(track))));
    }
    return parts;
  }

  private double ofRelevance(double relevance) {
    return isEmpty() ? relevance : (1 - SHARE) * relevance;
  }

  private double ofTarget(NumericField field, double number) {
    return SHARE / wanted.size() * met(field, number);
  }
}
