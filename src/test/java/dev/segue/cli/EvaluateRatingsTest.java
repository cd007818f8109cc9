package dev.segue.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How {@code evaluate ratings} takes its scale. */
class EvaluateRatingsTest {
  @TempDir private Path folder;

  private final StringWriter err = new StringWriter();
  private String data;

  @BeforeEach
  void invent() throws Exception {
    String ratings = "a,x,1\na,y,3\na,z,5\nb,x,2\nb,y,4\nb,z,1\nc,x,5\nc,y,1\n";
    data = Files.writeString(folder.resolve("ratings.csv"), ratings).toString();
  }

  private int evaluate(String... scale) {
    return Main.commandLine()
        .setOut(new PrintWriter(new StringWriter()))
        .setErr(new PrintWriter(err, true))
        .execute(
            Program.with(
                new String[] {"evaluate", "ratings", "--data", data, "--model", "baseline"},
                scale));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1,5", "0.5,5", "-10,10", "1, 5"})
  void twoNumbersAreAScale(String scale) {
    assertThat(evaluate("--scale", scale)).as(err.toString()).isEqualTo(Main.DONE);
    assertThat(evaluate("--scale=" + scale)).as(err.toString()).isEqualTo(Main.DONE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1 | scale is '1', allowed are two numbers, such as 1,5.",
        "1,2,3 | scale is '1,2,3', allowed are two numbers",
        "1, | scale is '1,', allowed are two numbers",
        "1,NaN | scale is '1,NaN', allowed are two numbers",
        "one,five | scale is 'one,five', allowed are two numbers",
        "5,1 | scale is 5.0 to 1.0; the least rating comes first"
      })
  void nothingElseIs(String scale, String complaint) {
    assertThat(evaluate("--scale", scale)).isEqualTo(Main.WRONG_USAGE);
    assertThat(err.toString()).contains(complaint);
  }

  @Test
  void aRatingOutsideIsNamed() {
    assertThat(evaluate("--scale", "1,4")).isEqualTo(Main.BAD_DATA);
    assertThat(err.toString()).contains("the scale is 1.0 to 4.0");
  }
}
