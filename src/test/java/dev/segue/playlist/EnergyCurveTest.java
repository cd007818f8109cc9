package dev.segue.playlist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.segue.playlist.EnergyCurve.Range;
import dev.segue.playlist.EnergyCurve.Shape;
import dev.segue.query.RequestException;
import java.util.Collections;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** What is wanted at every place. */
class EnergyCurveTest {
  private static final Offset<Double> EXACT = within(1e-12);
  private static final Range RANGE = new Range(.2, .8);

  @Test
  void shapes() {
    assertThat(of(Shape.STEADY).over(3, new Range(.5, .5))).containsExactly(.5, .5, .5);
    assertThat(of(Shape.RISING).over(4, RANGE))
        .containsExactly(new double[] {.2, .4, .6, .8}, EXACT);
    assertThat(of(Shape.FALLING).over(4, RANGE))
        .containsExactly(new double[] {.8, .6, .4, .2}, EXACT);
    assertThat(of(Shape.WAVE).over(9, RANGE))
        .containsExactly(new double[] {.2, .5, .8, .5, .2, .5, .8, .5, .2}, EXACT);
    assertThat(EnergyCurve.through(List.of(.2, .8, .4)).over(5, RANGE))
        .containsExactly(new double[] {.2, .5, .8, .6, .4}, EXACT);
    for (Shape shape : Shape.values()) {
      EnergyCurve curve = shape == Shape.POINTS ? EnergyCurve.through(List.of(.3, .9)) : of(shape);
      assertThat(curve.over(1, RANGE)).hasSize(1);
      assertThat(curve.over(0, RANGE)).isEmpty();
    }
  }

  @Test
  void aCurveGoesAsFarAsTheTracksDoAndAQuarterAtLeast() {
    double[] wide = {0, .1, .2, .3, .4, .5, .6, .7, .8, .9, 1};
    double[] narrow = {.5, .5, .5};
    assertThat(of(Shape.STEADY).range(wide)).isEqualTo(new Range(.5, .5));
    assertThat(of(Shape.RISING).range(wide)).isEqualTo(new Range(.1, .9));
    assertThat(of(Shape.WAVE).range(narrow)).isEqualTo(new Range(.25, .75));
    assertThat(of(Shape.FALLING).range(.9)).isEqualTo(new Range(.65, 1));
    assertThat(EnergyCurve.through(List.of(.3, .9, .1)).range(narrow)).isEqualTo(new Range(.1, .9));
  }

  @Test
  void aCurveGoesNoFartherThanThereAreTracks() {
    assertThat(new Range(.1, .9).within(.4, .2, .7)).isEqualTo(new Range(.2, .7));
    assertThat(new Range(.1, .3).within(.8, .9)).isEqualTo(new Range(.8, .8));
  }

  @Test
  void wrongPointsAreNamed() {
    assertThatThrownBy(() -> EnergyCurve.through(List.of(.5)))
        .isInstanceOf(RequestException.class)
        .hasMessage("energy_curve has 1 points, allowed are 2 to 100.");
    assertThatThrownBy(() -> EnergyCurve.through(Collections.nCopies(101, .5)))
        .hasMessage("energy_curve has 101 points, allowed are 2 to 100.");
    assertThatThrownBy(() -> EnergyCurve.through(List.of(.5, 1.5)))
        .hasMessage("energy_curve has 1.5, allowed is 0 to 1.");
    assertThatThrownBy(() -> EnergyCurve.through(List.of(.5, Double.NaN)))
        .hasMessage("energy_curve has NaN, allowed is 0 to 1.");
  }

  private static EnergyCurve of(Shape shape) {
    return new EnergyCurve(shape, List.of());
  }
}
