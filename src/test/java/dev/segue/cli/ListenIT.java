package dev.segue.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.catalog.Track;
import dev.segue.catalog.synthetic.SyntheticCatalog;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Invented listeners, taken in and measured. */
class ListenIT {
  @Test
  void inventedListenersAreTakenIn(@TempDir Path folder) throws Exception {
    Program program = Program.indexed(folder, 300);
    String catalogue = folder.resolve("again.csv").toString();
    String plays = folder.resolve("plays.csv").toString();
    Program.Outcome generated =
        program.run(
            "generate",
            "--tracks",
            "300",
            "--seed",
            "7",
            "--output",
            catalogue,
            "--listens",
            plays,
            "--listeners",
            "20");
    assertThat(generated.exitCode()).as(generated.err()).isZero();
    assertThat(generated.out()).contains("plays of 20 invented listeners");
    assertThat(Path.of(catalogue)).hasSameTextualContentAs(program.catalogue());
    List<String> deeds = Files.readAllLines(Path.of(plays));
    long lines = deeds.size() - 1L;

    String log = folder.resolve("listening.db").toString();
    Path unmatched = folder.resolve("unmatched.csv");
    Files.writeString(Path.of(plays), "listener-1,nothing,1,5\n", StandardOpenOption.APPEND);
    String[] load = {
      "listen", "import", plays, "--listening", log, "--unmatched", unmatched.toString()
    };
    Program.Outcome imported = program.run(Program.with(load, "--json"));
    assertThat(imported.exitCode()).as(imported.err()).isZero();
    assertThat(imported.json().get("by_id").asLong()).isEqualTo(lines);
    assertThat(imported.json().get("plays").asLong())
        .isEqualTo(deeds.stream().filter(line -> line.contains(",play,")).count())
        .isLessThan(lines);
    assertThat(imported.json().get("listeners").asInt()).isEqualTo(20);
    assertThat(imported.json().get("unmatched").asInt()).isEqualTo(1);
    assertThat(unmatched).hasContent("track,artist,title,lines\nnothing,,,1\n");
    assertThat(program.run(load).out())
        .contains("plays of 20 listeners", "1 lines name 1 tracks", "  nothing (1 lines)");

    program.assertComplaint(
        2, "listening is 'none'", "listen", "import", plays, "--listening", "none");
    program.assertComplaint(
        1, "There is no", "listen", "import", folder + "/no.csv", "--listening", log);
    program.assertComplaint(
        2,
        "names a database that Segue does not know",
        "listen",
        "import",
        plays,
        "--listening",
        "jdbc:mysql://x");
    program.assertComplaint(
        2, "--listeners is 0", "generate", "--output", catalogue, "--listeners", "0");
  }

  @Test
  void withoutMoreTheyListenToTheSample(@TempDir Path folder) throws Exception {
    Program program = new Program(folder.resolve("catalogue.csv"), folder.resolve("index"));
    Path plays = folder.resolve("plays.csv");
    Program.Outcome generated =
        program.run("generate", "--listens", plays.toString(), "--listeners", "5");
    assertThat(generated.exitCode()).as(generated.err()).isZero();
    assertThat(generated.out())
        .contains("plays of 5 invented listeners", "segue listen import")
        .doesNotContain("segue index");
    Set<String> sample =
        new SyntheticCatalog(5_000, 1969).tracks().map(Track::id).collect(Collectors.toSet());
    assertThat(Files.readAllLines(plays).stream().skip(1))
        .hasSizeGreaterThan(100)
        .allSatisfy(line -> assertThat(sample).contains(line.replaceFirst(".*?,(.*?),.*", "$1")));

    program.assertComplaint(2, "--output or --listens says what", "generate", "--seed", "3");
  }
}
