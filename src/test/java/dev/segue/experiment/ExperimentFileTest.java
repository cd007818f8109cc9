package dev.segue.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.segue.query.RequestException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExperimentFileTest {
  private static final List<String> PARAMETERS = List.of("strategy", "alpha", "explore");

  @TempDir private Path folder;

  private Path file(String json) throws IOException {
    return Files.writeString(folder.resolve("experiments.json"), json);
  }

  private static String withVariants(String variants) {
    return """
    {"experiments": [{"name": "e", "start": "2026-11-01T00:00:00Z", "variants": [%s]}]}\
    """
        .formatted(variants);
  }

  @Test
  void experimentsAreRead() throws Exception {
    Experiments experiments =
        ExperimentFile.read(
            file(
                """
                {"experiments": [
                  {"name": "more-sound", "start": "2026-11-01T01:00:00+01:00", "variants": [
                    {"name": "control", "share": 50},
                    {"name": "treatment", "share": 12.5,
                     "parameters": {"strategy": "hybrid", "alpha": 0.5, "explore": true}}]},
                  {"name": "second", "start": "2026-12-01T00:00:00Z", "variants": [
                    {"name": "all", "share": 100, "parameters": {}}]}]}\
                """),
            PARAMETERS);
    assertThat(experiments.experiments())
        .containsExactly(
            new Experiment(
                "more-sound",
                Instant.parse("2026-11-01T00:00:00Z"),
                List.of(
                    new Variant("control", 50, Map.of()),
                    new Variant(
                        "treatment",
                        12.5,
                        Map.of("strategy", "hybrid", "alpha", "0.5", "explore", "true")))),
            new Experiment(
                "second",
                Instant.parse("2026-12-01T00:00:00Z"),
                List.of(new Variant("all", 100, Map.of()))));
    assertThat(ExperimentFile.read(file("{\"experiments\": []}"), PARAMETERS))
        .isEqualTo(Experiments.NONE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          []                             | this is [], must be an object.
          ''                             | this is missing, must be an object.
          {"experiments": 1}             | experiments is 1, must be a list.
          {}                             | experiments is missing, must be a list.
          {"experiment": []}             | there is no 'experiment'; there are experiments.
          {"experiments": [}             | this is no JSON, or has a key twice: see line 1, column 18.
          {"experiments": [], "experiments": []} | this is no JSON, or has a key twice: see line 1, column 34.
          {"experiments": [5]}           | experiment 1: this is 5, must be an object.
          {"experiments": [{}]}          | experiment 1: name is missing, must be a text.
          {"experiments": [{"name": 3}]} | experiment 1: name is 3, must be a text.
          {"experiments": [{"name": "e"}]} | experiment 'e': start is missing, must be a text.
          {"experiments": [{"name": "e", "end": 1}]} | experiment 'e': there is no 'end'; there are name, start, variants.
          {"experiments": [{"name": "e", "start": "2026-11-01"}]} | experiment 'e': start is '2026-11-01', must be a time with its offset, such as 2026-11-01T00:00:00Z.
          {"experiments": [{"name": "e", "start": "2026-11-01T00:00:00Z"}]} | experiment 'e': variants is missing, must be a list.
          {"experiments": [{"name": "E!", "start": "2026-11-01T00:00:00Z", "variants": []}]} | experiment 'E!': name is 'E!', allowed are 1 to 64 of a-z, 0-9, _ and -.
          """)
  void mistakesAreNamed(String json, String message) throws Exception {
    assertMistake(json, message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''                           | variants is an empty list, must have one or more.
          7                            | variant 1: this is 7, must be an object.
          {"name": "a"}                | variant 'a': share is missing, must be a number.
          {"name": "a", "share": "50"} | variant 'a': share is "50", must be a number.
          {"name": "a", "share": 0}    | variant 'a': share is 0.0, allowed is more than 0, to 100.
          {"name": "a", "share": -1}   | variant 'a': share is -1.0, allowed is more than 0, to 100.
          {"name": "a", "share": 101}  | variant 'a': share is 101.0, allowed is more than 0, to 100.
          {"share": 50}                | variant 1: name is missing, must be a text.
          {"name": "", "share": 50}    | variant '': name is '', allowed are 1 to 64 of a-z, 0-9, _ and -.
          {"name": "a", "share": 50, "weight": 1} | variant 'a': there is no 'weight'; there are name, share, parameters.
          {"name": "a", "share": 50}, {"name": "a", "share": 50} | there are two variants with the name 'a'.
          {"name": "a", "share": 50}, {"name": "b", "share": 50.5} | the shares add up to 100.5, allowed is 100.
          {"name": "a", "share": 50, "parameters": []} | variant 'a': parameters is [], must be an object.
          {"name": "a", "share": 50, "parameters": {"alpha": null}} | variant 'a': alpha is null, must be a text, a number or a flag.
          {"name": "a", "share": 50, "parameters": {"alpha": [1]}} | variant 'a': alpha is [1], must be a text, a number or a flag.
          {"name": "a", "share": 50, "parameters": {"beta": 1}} | variant 'a': there is no parameter 'beta'; there are strategy, alpha, explore.
          {"name": "a", "share": 50, "parameters": {"user_id": "ann"}} | variant 'a': user_id is for whoever asks to say, not for a variant.
          {"name": "a", "share": 50, "parameters": {"listened": "t"}} | variant 'a': listened is for whoever asks to say, not for a variant.
          {"name": "a", "share": 50, "parameters": {"seeds": "t"}} | variant 'a': seeds is for whoever asks to say, not for a variant.
          {"name": "a", "share": 50, "parameters": {"cursor": "x"}} | variant 'a': cursor is for whoever asks to say, not for a variant.
          """)
  void mistakesOfVariantsAreNamed(String variants, String message) throws Exception {
    assertMistake(withVariants(variants), "experiment 'e': " + message);
  }

  private void assertMistake(String json, String message) throws IOException {
    Path file = file(json);
    assertThatThrownBy(() -> ExperimentFile.read(file, PARAMETERS))
        .isInstanceOf(RequestException.class)
        .hasMessage("%s: %s".formatted(file, message));
  }

  @Test
  void namesAreUnique() throws Exception {
    String one =
        """
        {"name": "e", "start": "2026-11-01T00:00:00Z", "variants": [{"name": "a", "share": 1}]}\
        """;
    assertMistake(
        "{\"experiments\": [%1$s, %1$s]}".formatted(one),
        "there are two experiments with the name 'e'.");
  }

  @Test
  void whoeverOnlyMeasuresTakesAnyParameters() throws Exception {
    Path file =
        file(withVariants("{\"name\": \"a\", \"share\": 50, \"parameters\": {\"beta\": 1}}"));
    assertThat(
            ExperimentFile.readAny(file)
                .experiments()
                .getFirst()
                .variants()
                .getFirst()
                .parameters())
        .containsExactly(Map.entry("beta", "1"));
  }

  @Test
  void aFileThatIsNotThereIsNamed() {
    Path missing = folder.resolve("missing.json");
    assertThatThrownBy(() -> ExperimentFile.readAny(missing))
        .isInstanceOf(IOException.class)
        .hasMessage("The experiments %s cannot be read.".formatted(missing));
  }
}
