package dev.segue.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The program as a process, with an index of invented tracks. */
record Program(Path catalogue, Path index) {

  /** What a process said. */
  record Outcome(int exitCode, String out, String err) {
    JsonNode json() {
      return JsonMapper.shared().readTree(out);
    }
  }

  /** Invents a catalogue and indexes it. */
  static Program indexed(Path folder, int tracks) throws Exception {
    Program program = new Program(folder.resolve("catalogue.csv"), folder.resolve("index"));
    String catalogue = program.catalogue.toString();
    Outcome generated =
        program.run("generate", "--tracks", "" + tracks, "--seed", "7", "--output", catalogue);
    assertThat(generated.exitCode()).isZero();
    assertThat(generated.out()).contains(tracks + " invented tracks");
    Outcome indexed = program.run("index", catalogue, "--json");
    assertThat(indexed.exitCode()).as(indexed.err()).isZero();
    assertThat(indexed.json().get("tracks").asInt()).isEqualTo(tracks);
    assertThat(indexed.json().get("generation").asInt()).isEqualTo(1);
    return program;
  }

  void assertComplaint(int exitCode, String complaint, String... arguments) throws Exception {
    Outcome outcome = run(arguments);
    assertThat(outcome.exitCode()).as(outcome.err()).isEqualTo(exitCode);
    assertThat(outcome.err()).contains(complaint).doesNotContain("\tat ");
    assertThat(outcome.out()).isEmpty();
  }

  Outcome run(String... arguments) throws Exception {
    return run(Map.of(), arguments);
  }

  Outcome run(Map<String, String> environment, String... arguments) throws Exception {
    Process process = start(environment, arguments);
    var err = process.errorReader(StandardCharsets.UTF_8);
    StringBuilder complaints = new StringBuilder();
    Thread listener =
        Thread.ofVirtual().start(() -> err.lines().forEach(l -> complaints.append(l).append('\n')));
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    listener.join();
    return new Outcome(process.waitFor(), out, complaints.toString());
  }

  Process start(Map<String, String> environment, String... arguments) throws IOException {
    return start(Start.VECTORS, environment, arguments);
  }

  Process start(List<String> flags, Map<String, String> environment, String... arguments)
      throws IOException {
    ProcessBuilder builder = new ProcessBuilder(Start.command(flags, arguments));
    builder.environment().put("SEGUE_INDEX", index.toString());
    builder.environment().putAll(environment);
    return builder.start();
  }

  /** Arguments, and more of them. */
  static String[] with(String[] arguments, String... more) {
    return Stream.concat(Stream.of(arguments), Stream.of(more)).toArray(String[]::new);
  }
}
