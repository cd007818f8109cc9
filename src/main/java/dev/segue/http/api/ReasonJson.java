package dev.segue.http.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.segue.catalog.NumericField;
import dev.segue.recommend.Reason;

/**
 * Why a track was recommended.
 *
 * @param text for people
 * @param seed the position of the seed it is about, from 0, absent where it is about none
 * @param feature the number it is about, absent where it is about none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ReasonJson(
    String kind,
    String text,
    Integer seed,
    String feature,
    Double trackValue,
    Double seedValue,
    Double targetValue) {

  static ReasonJson of(Reason reason) {
    boolean target = reason.kind() == Reason.Kind.TARGET;
    return new ReasonJson(
        Json.word(reason.kind()),
        reason.text(),
        reason.seed() < 0 ? null : (Integer) reason.seed(),
        reason.field().map(NumericField::label).orElse(null),
        known(reason.track()),
        target ? null : known(reason.wanted()),
        target ? known(reason.wanted()) : null);
  }

  private static Double known(double number) {
    return Double.isNaN(number) ? null : Double.valueOf(number);
  }
}
