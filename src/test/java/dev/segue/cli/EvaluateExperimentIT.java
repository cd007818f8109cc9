package dev.segue.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.experiment.Experiment;
import dev.segue.experiment.ExperimentFile;
import dev.segue.experiment.Variant;
import dev.segue.listening.log.Event;
import dev.segue.listening.log.EventLog;
import dev.segue.listening.log.EventType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** {@code evaluate experiment} from the command line. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EvaluateExperimentIT {
  private static final String EXPERIMENTS =
      """
      {"experiments": [
        {"name": "more-sound", "start": "2026-11-01T00:00:00Z", "variants": [
          {"name": "control", "share": 50},
          {"name": "treatment", "share": 50, "parameters": {"strategy": "hybrid", "alpha": 0.5}}]},
        {"name": "next", "start": "2027-01-01T00:00:00Z", "variants": [
          {"name": "all", "share": 100}]}]}
      """;

  private Path folder;
  private Path experiments;
  private String log;
  private Program program;

  /** Two hundred users, of whom those who are treated play 6 to 8 tracks and others 3 to 5. */
  @BeforeAll
  void invent(@TempDir Path temporary) throws Exception {
    folder = temporary;
    program = new Program(folder.resolve("none.csv"), folder.resolve("no-index"));
    experiments = Files.writeString(folder.resolve("experiments.json"), EXPERIMENTS);
    log = folder.resolve("listening.db").toString();
    Experiment experiment = ExperimentFile.readAny(experiments).named(Optional.of("more-sound"));
    List<Event> events = new ArrayList<>();
    for (int user = 0; user < 200; user++) {
      String id = "user-" + user;
      boolean treated =
          experiment.of(id).map(Variant::name).filter("treatment"::equals).isPresent();
      for (int play = 0; play < 3 + user % 3 + (treated ? 3 : 0); play++) {
        events.add(
            new Event(
                "e" + events.size(),
                id,
                "t" + play,
                EventType.PLAY,
                Optional.of(experiment.start().plusSeconds(play)),
                Optional.empty(),
                1,
                Map.of()));
      }
    }
    try (EventLog kept = EventLog.at(log)) {
      kept.put(events);
    }
  }

  private String[] evaluate(String... arguments) {
    String[] all = {
      "evaluate", "experiment", "--experiments", experiments.toString(), "--listening", log
    };
    return Program.with(all, arguments);
  }

  private Program.Outcome done(String... arguments) throws Exception {
    Program.Outcome outcome = program.run(evaluate(arguments));
    assertThat(outcome.exitCode()).as(outcome.err()).isZero();
    return outcome;
  }

  @Test
  void variantsAreCompared() throws Exception {
    Path page = folder.resolve("report.html");
    JsonNode report = done("more-sound", "--json", "--report", page.toString()).json();
    assertThat(report.get("experiment").asString()).isEqualTo("more-sound");
    assertThat(report.get("from").asString()).isEqualTo("2026-11-01T00:00:00Z");
    assertThat(report.get("to").isNull()).isTrue();
    assertThat(report.get("variants")).hasSize(2);
    assertThat(report.at("/variants/1/parameters/alpha").asString()).isEqualTo("0.5");
    double first = report.at("/variants/0/outcomes/plays/value").asDouble();
    double second = report.at("/variants/1/outcomes/plays/value").asDouble();
    assertThat(report.at("/differences/0/outcome").asString()).isEqualTo("plays");
    assertThat(report.at("/differences/0/difference/value").asDouble()).isEqualTo(second - first);
    assertThat(report.at("/differences/0/significant").asBoolean()).isTrue();
    assertThat(report.at("/differences/1/p_value").asDouble()).isEqualTo(1);
    assertThat(report.at("/sample_ratio/mismatch").asBoolean()).isFalse();
    assertThat(Files.readString(page))
        .startsWith("<!doctype html>")
        .contains("Segue: which variant is better?", "<svg", "treatment: plays")
        .doesNotContain("http");

    assertThat(done("more-sound").out())
        .contains(
            "more-sound: ",
            "of 200 users from 2026-11-01T00:00:00Z on",
            "alpha=0.5 strategy=hybrid",
            "skip rate (95 %)",
            "less control",
            "p of 6 (Holm)",
            "50 %",
            "users as the shares say?")
        .doesNotContain("NO:");
    assertThat(done("more-sound").out()).isEqualTo(done("more-sound").out());
    assertThat(done("more-sound", "--to", "2026-11-01T01:00:01+01:00").out())
        .contains("200 events of 200 users");
    JsonNode draws = done("more-sound", "--seed", "2", "--json").json();
    assertThat(draws.at("/variants/0/outcomes/plays/value").asDouble()).isEqualTo(first);
    assertThat(draws.at("/differences/0/difference"))
        .isNotEqualTo(report.at("/differences/0/difference"));
  }

  @Test
  void wrongQuestionsAreNamed() throws Exception {
    complaint(2, "There is no experiment 'less'; there are more-sound, next.", "less");
    complaint(2, "No experiment is named; there are more-sound, next.");
    complaint(2, "'--from': '2026' is no time with its offset", "next", "--from", "2026");
    complaint(
        2, "to is 2020-01-01T00:00:00Z, must be after", "next", "--to", "2020-01-01T00:00:00Z");
    complaint(4, "The log has no events of users in a variant of experiment 'next'", "next");
    complaint(2, "allowed is a name that ends in", "next", "--report", "report.pdf");
    String file = experiments.toString();
    program.assertComplaint(
        2,
        "listening is 'none', which keeps nothing.",
        "evaluate",
        "experiment",
        "next",
        "--experiments",
        file,
        "--listening",
        "none");
    program.assertComplaint(
        2, "Missing required option: '--experiments", "evaluate", "experiment", "next");
    program.assertComplaint(
        1, "cannot be read", "evaluate", "experiment", "--experiments", folder + "/no.json");
    Path broken = Files.writeString(folder.resolve("broken.json"), "{\"experiments\": 1}");
    program.assertComplaint(
        2,
        "broken.json: experiments is 1, must be a list.",
        "evaluate",
        "experiment",
        "--experiments",
        broken.toString());
  }

  private void complaint(int exitCode, String complaint, String... arguments) throws Exception {
    program.assertComplaint(exitCode, complaint, evaluate(arguments));
  }
}
