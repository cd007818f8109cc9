package dev.segue.vector;

import dev.segue.catalog.NumericField;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;

/**
 * One column of a feature space: a number of every track, raw or derived.
 *
 * @param name as people read it and as the index remembers it
 * @param fields what it is made of
 * @param value NaN where a field is not known
 * @param scaling how it is made comparable with other columns
 * @param weight how much it counts then, above 0: distances along it are so many times as long
 */
public record FeatureColumn(
    String name,
    Set<NumericField> fields,
    ToDoubleFunction<FeatureValues> value,
    Scaling scaling,
    double weight) {

  /** Copies. */
  public FeatureColumn {
    fields = Set.copyOf(fields);
  }

  /** A number just as the catalogue gives it, standardised. */
  static FeatureColumn of(NumericField field) {
    return of(field.label(), field, DoubleUnaryOperator.identity());
  }

  /** A number of the catalogue as it is read here, standardised. */
  static FeatureColumn of(String name, NumericField field, DoubleUnaryOperator reading) {
    return of(name, Set.of(field), values -> reading.applyAsDouble(values.of(field)));
  }

  /** A derived number, standardised. */
  static FeatureColumn of(
      String name, Set<NumericField> fields, ToDoubleFunction<FeatureValues> value) {
    return new FeatureColumn(name, fields, value, Scaling.STANDARD, 1);
  }

  /** The same, by rank. */
  FeatureColumn ranked() {
    return new FeatureColumn(name, fields, value, Scaling.NORMAL_SCORES, weight);
  }

  /** The same with another weight. */
  FeatureColumn weighing(double other) {
    return new FeatureColumn(name, fields, value, scaling, other);
  }
}
