package dev.segue.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.listening.log.EventLog;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** From plays to what listeners also play, by way of {@code segue train}. */
class TrainIT {
  private static final int LISTENERS = 30;

  @Test
  void listenersTeachWhatTheyAlsoPlay(@TempDir Path folder) throws Exception {
    Program program = Program.indexed(folder, 200);
    String log = folder.resolve("listening.db").toString();
    List<String> ids =
        Files.readAllLines(program.catalogue()).stream()
            .skip(1)
            .map(line -> line.replaceFirst(",.*", ""))
            .distinct() // a line for each genre
            .toList();
    assertThat(program.run("similar", "--help").out()).contains("taste");
    program.assertComplaint(
        2,
        "once a model was trained with `segue train`",
        "similar",
        ids.get(0),
        "--space",
        "taste");

    String[] train = {"train", "--listening", log, "--model"};
    program.assertComplaint(
        2, "There is no model 'nmf'. There are: popularity, item-knn,", with(train, "nmf"));
    program.assertComplaint(
        2,
        "factors is '0', allowed is a whole number from 1 to 2048",
        with(train, "ials:factors=0"));
    program.assertComplaint(2, "listening is 'none'", "train", "--listening", "none");
    program.assertComplaint(
        2, "names a database that Segue does not know", "train", "--listening", "jdbc:mysql://x");
    String secret = "postgresql://me:secret@127.0.0.1/x"; // that jdbc: is missing
    assertThat(program.run("train", "--listening", secret).err())
        .contains("names a database that Segue does not know")
        .doesNotContain("secret");
    program.assertComplaint(2, "where no file is", with(train, "item-knn"));
    try (EventLog empty = EventLog.at(log)) {
      empty.prepare();
    }
    program.assertComplaint(4, "The log has 0 events", with(train, "item-knn"));
    program.assertComplaint(
        1, "No index in", with(train, "item-knn", "--index", folder.resolve("none").toString()));

    Path plays = Files.writeString(folder.resolve("plays.csv"), plays(ids));
    Program.Outcome imported =
        program.run("listen", "import", plays.toString(), "--listening", log);
    assertThat(imported.exitCode()).as(imported.err()).isZero();
    Program.Outcome trained = program.run(with(train, "item-knn:k=20", "--seed", "3", "--json"));
    assertThat(trained.exitCode()).as(trained.err()).isZero();
    JsonNode answer = trained.json();
    assertThat(answer.propertyNames())
        .containsExactly(
            "model",
            "seed",
            "trained_at",
            "events",
            "listeners",
            "interactions",
            "recordings",
            "unknown_tracks",
            "memory_bytes",
            "seconds");
    assertThat(answer.get("model").asString()).isEqualTo("item-knn:k=20");
    assertThat(answer.get("seed").asInt()).isEqualTo(3);
    assertThat(answer.get("listeners").asInt()).isEqualTo(LISTENERS);
    assertThat(answer.get("events").asInt())
        .isEqualTo(Files.readAllLines(plays).size() - 1)
        .isGreaterThanOrEqualTo(answer.get("interactions").asInt());
    assertThat(answer.get("recordings").asInt()).isBetween(2, 100);
    assertThat(answer.get("unknown_tracks").asInt()).isZero();

    Program.Outcome similar =
        program.run("similar", ids.get(0), "--space", "taste", "-k", "5", "--json");
    assertThat(similar.exitCode()).as(similar.err()).isZero();
    assertThat(similar.json().get("space").asString()).isEqualTo("taste");
    assertThat(similar.json().get("tracks")).hasSize(5);
    program.assertComplaint(
        3, "has no place in taste", "similar", ids.getLast(), "--space", "taste");

    Program.Outcome forUser =
        program.run("recommend", "--user", "user-0", "--listening", log, "-k", "5", "--json");
    assertThat(forUser.exitCode()).as(forUser.err()).isZero();
    assertThat(forUser.json().get("strategy").asString()).isEqualTo("hybrid");
    assertThat(forUser.json().get("tracks")).hasSize(5);
    Program.Outcome forNobody =
        program.run("recommend", "--user", "nobody", "--listening", log, "-k", "5");
    assertThat(forNobody.out()).startsWith("Nothing is known yet");
    program.assertComplaint(
        2,
        "alpha is 2.0, allowed is 0 to 1",
        "recommend",
        "--listened",
        ids.get(0),
        "--alpha",
        "2");
    program.assertComplaint(3, "No track has the id 'x'", "recommend", "--listened", "x");
    program.assertComplaint(
        2,
        "must be one of seeds, user_id, listened",
        "recommend",
        "genre:pop",
        "--listened",
        ids.get(0));

    Program.Outcome told = program.run("train", "--listening", log, "--model", "ials:factors=8");
    assertThat(told.exitCode()).as(told.err()).isZero();
    assertThat(told.out())
        .contains(
            "ials:factors=8 learned from",
            "of %d listeners".formatted(LISTENERS),
            "segue similar --space taste TRACK");
    assertThat(program.run("similar", ids.get(0), "--space", "taste").out())
        .startsWith("Like ")
        .contains(", by taste:");
  }

  /** Each listens to every third of the first hundred tracks, now and then; nobody to others. */
  private static String plays(List<String> ids) {
    StringBuilder lines = new StringBuilder("user,track,plays\n");
    for (int user = 0; user < LISTENERS; user++) {
      for (int track = user % 3; track < 100; track += 3) {
        if ((user / 3 + track) % 4 > 0) {
          lines.append("user-%d,%s,2\n".formatted(user, ids.get(track)));
        }
      }
    }
    return lines.toString();
  }

  private static String[] with(String[] arguments, String... more) {
    return Program.with(arguments, more);
  }
}
