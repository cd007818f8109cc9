package dev.segue.cli;

import dev.segue.cli.ReportTable.Cell;
import dev.segue.evaluate.Estimate;
import dev.segue.query.RequestException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code segue evaluate compare}. */
@Command(
    name = "compare",
    description = {
      "Compares two reports of 'evaluate ratings' or of 'evaluate ranking' that were kept as JSON"
          + " (--report FILE.json): what each model that is in both measured then and now.",
      "Intervals that do not overlap are marked. Reports on the same data are compared more"
          + " sharply by one run with both models."
    },
    mixinStandardHelpOptions = true)
final class EvaluateCompareCommand implements Callable<Integer> {
  /** What tells that two reports are about the same. */
  private static final List<String> FRAME =
      List.of("data", "k", "splits", "users", "items", "lists", "tested", "seed");

  @Mixin private CommonOptions common;

  @Parameters(index = "0", paramLabel = "FIRST", description = "A report.")
  private Path first;

  @Parameters(index = "1", paramLabel = "SECOND", description = "Another.")
  private Path second;

  /** What was measured of one model, twice. */
  record Row(String model, String measure, Estimate first, Estimate second, boolean overlapping) {}

  /**
   * What two reports have in common.
   *
   * @param differing what tells that they are not about the same, such as {@code seed: 1 and 2}
   */
  record Comparison(List<String> differing, List<Row> rows) {}

  @Override
  public Integer call() throws IOException {
    JsonNode then = read("first", first);
    JsonNode now = read("second", second);
    List<Row> rows = new ArrayList<>();
    Map<String, JsonNode> models = models(now);
    models(then)
        .forEach(
            (name, model) -> {
              if (models.containsKey(name)) {
                rows.addAll(rows(name, estimates(model), estimates(models.get(name))));
              }
            });
    if (rows.isEmpty()) {
      throw RequestException.invalid(
          "second", "%s and %s have no model in common.".formatted(first, second));
    }
    List<String> differing =
        FRAME.stream()
            .filter(key -> !then.path(key).equals(now.path(key)))
            .map(key -> "%s: %s and %s".formatted(key, then.path(key), now.path(key)))
            .toList();
    Output out = common.output();
    out.answer(new Comparison(differing, rows), answer -> write(answer, out));
    return Main.DONE;
  }

  private static JsonNode read(String parameter, Path file) throws IOException {
    try {
      JsonNode report = JsonMapper.shared().readTree(Files.readString(file));
      if (report.path("models").isArray()) {
        return report;
      }
    } catch (JacksonException e) {
      // told below, as any other wrong file
    }
    throw RequestException.invalid(
        parameter, "%s is no report of 'evaluate ratings' or 'evaluate ranking'.".formatted(file));
  }

  private static Map<String, JsonNode> models(JsonNode report) {
    Map<String, JsonNode> models = new LinkedHashMap<>();
    report.get("models").forEach(model -> models.put(model.path("model").asString(), model));
    return models;
  }

  private static Map<String, Estimate> estimates(JsonNode model) {
    Map<String, Estimate> estimates = new LinkedHashMap<>();
    Stream.concat(model.propertyStream(), model.path("measures").propertyStream())
        .filter(property -> property.getValue().has("low"))
        .forEach(
            property ->
                estimates.put(
                    property.getKey(),
                    new Estimate(
                        property.getValue().path("value").asDouble(),
                        property.getValue().path("low").asDouble(),
                        property.getValue().path("high").asDouble())));
    return estimates;
  }

  private static List<Row> rows(
      String model, Map<String, Estimate> then, Map<String, Estimate> now) {
    return then.keySet().stream()
        .filter(now::containsKey)
        .map(
            measure -> {
              Estimate before = then.get(measure);
              Estimate after = now.get(measure);
              boolean overlapping = before.low() <= after.high() && after.low() <= before.high();
              return new Row(model, measure, before, after, overlapping);
            })
        .toList();
  }

  private void write(Comparison comparison, Output out) {
    ReportTable table =
        new ReportTable("", "measure", first.toString(), second.toString(), "apart");
    for (Row row : comparison.rows()) {
      table.row(
          Cell.text(row.model()),
          Cell.text(row.measure()),
          Cell.of(row.first()),
          Cell.of(row.second()),
          Cell.text(row.overlapping() ? "" : "*"));
    }
    if (!comparison.differing().isEmpty()) {
      out.line("Not about the same: %s", String.join("; ", comparison.differing()));
    }
    table.write(out);
  }
}
