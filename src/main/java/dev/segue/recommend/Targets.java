package dev.segue.recommend;

import dev.segue.catalog.NumericField;
import dev.segue.catalog.Track;
import dev.segue.rank.ScorePart;
import dev.segue.vector.FittedSpace;
import dev.segue.vector.Spreads;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Numbers that tracks shall come near. All together they are half of the relevance, and each counts
 * as much as the others: {@code 1 − F(x, t)}, where F is the share of the tracks of the catalogue
 * whose number lies between the track's and the target; 0 for a track without the number. Key, mode
 * and time signature are met or not. Immutable.
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

  /** How well a track meets one target, [0, 1]. */
  double met(NumericField field, Track track) {
    double number = field.of(track);
    double target = wanted.get(field);
    return switch (field) {
      case KEY, MODE, TIME_SIGNATURE -> number == target ? 1 : 0;
      default -> 1 - spreads.between(field, number, target);
    };
  }

  /** What a relevance by seeds becomes. */
  double joined(double relevance, Track track) {
    return isEmpty()
        ? relevance
        : parts(relevance, track).stream().mapToDouble(ScorePart::score).sum();
  }

  /** What that is made of: {@code seeds}, and {@code target_X} for each target. */
  List<ScorePart> parts(double relevance, Track track) {
    List<ScorePart> parts = new ArrayList<>();
    parts.add(new ScorePart("seeds", isEmpty() ? relevance : (1 - SHARE) * relevance));
    for (NumericField field : wanted.keySet()) {
      parts.add(
          new ScorePart("target_" + field.label(), SHARE / wanted.size() * met(field, track)));
    }
    return parts;
  }
}
