package dev.segue.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Recommendations, playlists and paths from the command line. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MixCommandsIT {
  private static final int TRACKS = 400;

  private Program program;

  @BeforeAll
  void indexInventedTracks(@TempDir Path folder) throws Exception {
    program = Program.indexed(folder, TRACKS);
  }

  @Test
  void recommendsForAMixAndSaysWhy() throws Exception {
    JsonNode track =
        program.run("search", "--limit", "1", "--json").json().get("tracks").get(0).get("track");
    String id = track.get("id").asString();
    String genre = track.get("genres").get(0).asString();
    String artist = track.get("artists").get(0).asString();
    Program.Outcome told =
        program.run(
            "recommend", id, "artist:" + artist + "^0.5", "--less", "genre:" + genre, "-k", "4");
    assertThat(told.exitCode()).isZero();
    assertThat(told.out().lines()).hasSize(1 + 3 * 4);
    assertThat(told.out())
        .startsWith("Like " + track.get("name").asString())
        .contains(artist + ", less like " + genre + ", by sound:", "like ");
    assertThat(told.err()).contains("More: --cursor ");
    JsonNode answer =
        program
            .run(
                "recommend",
                "audio:tempo=90,energy=.2",
                "--target-tempo",
                "90",
                "--max-tempo",
                "120",
                "--max-per-artist",
                "1",
                "--json")
            .json();
    assertThat(answer.get("tracks")).hasSize(10);
    for (JsonNode hit : answer.get("tracks")) {
      assertThat(hit.at("/track/audio/tempo").asDouble()).isLessThanOrEqualTo(120);
      assertThat(hit.get("score_parts").has("target_tempo")).isTrue();
    }
    assertThat(program.run("recommend", "genre:" + genre, "--artist", artist, "-k", "100").err())
        .contains("There are no more tracks; of 400, artist took most");
    assertThat(program.run("recommend", "--help").out()).contains("--target-X N", "--less");
    program.assertComplaint(2, "or for whom (--user, --listened)", "recommend");
    Path missing = program.index().resolveSibling("typo.db");
    program.assertComplaint(
        2,
        "listening is '%s', where no file is".formatted(missing),
        "recommend",
        "--user",
        "ann",
        "--listening",
        missing.toString());
    assertThat(missing).doesNotExist();
    program.assertComplaint(
        3, "seeds[0]: No track is by an artist 'nemo'.", "recommend", "artist:nemo");
    program.assertComplaint(2, "'audio:loud' must be numbers", "recommend", "audio:loud");
    program.assertComplaint(
        2, "where a number must stand", "recommend", "genre:" + genre + "^1.2.3");
  }

  @Test
  void makesPlaylistsAndSavesThem(@TempDir Path temp) throws Exception {
    JsonNode track =
        program.run("search", "--limit", "1", "--json").json().get("tracks").get(0).get("track");
    String id = track.get("id").asString();
    Program.Outcome told =
        program.run("playlist", id, "-k", "6", "--energy-curve", "rising", "--spacing", "1");
    assertThat(told.exitCode()).isZero();
    assertThat(told.out())
        .startsWith("Like " + track.get("name").asString())
        .contains(" bpm  ", "6 tracks, 0:", "on average", "valence");
    JsonNode minutes = program.run("playlist", id, "--minutes", "30", "--json").json();
    assertThat(minutes.get("duration_ms").asInt()).isBetween(29 * 60_000, 31 * 60_000);

    List<String> ids = new ArrayList<>();
    program
        .run("playlist", id, "-k", "5", "--seed", "3", "--energy-curve", ".2,.9", "--json")
        .json()
        .get("tracks")
        .forEach(entry -> ids.add(entry.at("/track/id").asString()));
    String[] same = {"playlist", id, "-k", "5", "--seed", "3", "--energy-curve", ".2,.9"};
    for (String name : List.of("list.m3u8", "list.xspf", "list.csv", "list.json", "list.txt")) {
      Path file = temp.resolve(name);
      Program.Outcome saved =
          program.run(Program.with(same, "--output", file.toString(), "--title", "Evening"));
      assertThat(saved.err()).contains("Written to " + file);
      assertThat(ids.stream().map(Files.readString(file)::indexOf))
          .as(name)
          .isSorted()
          .doesNotContain(-1);
    }
    assertThat(program.run(Program.with(same, "--format", "spotify_uris")).out())
        .isEqualTo(Files.readString(temp.resolve("list.txt")))
        .startsWith("spotify:track:" + ids.getFirst() + "\n");
    program.assertComplaint(
        2, "format is 'mp3', allowed are json, csv", Program.with(same, "--output", "x.mp3"));
    program.assertComplaint(
        2,
        "There is no folder",
        Program.with(same, "--output", temp.resolve("no/x.csv").toString()));
    program.assertComplaint(
        2, "minutes and k both say", "playlist", id, "-k", "3", "--minutes", "9");
    program.assertComplaint(
        2, "energy_curve is 'up', allowed are steady", "playlist", id, "--energy-curve", "up");
    program.assertComplaint(2, "seeds is 0, allowed is 1 to 50.", "playlist");
  }

  @Test
  void walksFromOneSongToAnother() throws Exception {
    JsonNode tracks = program.run("search", "--limit", "2", "--json").json().get("tracks");
    String from = tracks.get(0).at("/track/id").asString();
    JsonNode last = tracks.get(1).get("track");
    String text = last.get("name").asString() + " " + last.get("artists").get(0).asString();
    Program.Outcome told = program.run("path", from, text, "--steps", "6");
    assertThat(told.exitCode()).isZero();
    assertThat(told.out().lines()).hasSize(7);
    assertThat(told.out()).contains(" to " + last.get("name").asString() + ", by sound:", "  +");
    JsonNode path =
        program.run("path", from, text, "--steps", "6", "--min-energy", ".3", "--json").json();
    assertThat(path.get("tracks")).hasSize(6);
    assertThat(path.at("/to/id")).isEqualTo(last.get("id"));
    program.assertComplaint(2, "from and to are both", "path", from, from);
    program.assertComplaint(
        3, "from is 'qwertzuiop': no track has that id", "path", "qwertzuiop", "asdfghjk");
    program.assertComplaint(
        2, "steps is 1, allowed is 2 to 100.", "path", from, text, "--steps", "1");
  }
}
