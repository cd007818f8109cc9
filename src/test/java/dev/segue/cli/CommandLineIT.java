package dev.segue.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The program as a process: what it answers where, and with which exit code. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CommandLineIT {
  private static final int TRACKS = 400;

  private Path folder;
  private Program program;

  @BeforeAll
  void indexInventedTracks(@TempDir Path shared) throws Exception {
    folder = shared;
    program = Program.indexed(folder, TRACKS);
  }

  @Test
  void helpAndVersionAreAnswers() throws Exception {
    assertThat(program.run("--help").out())
        .contains("Usage: segue", "generate-completion")
        .doesNotContain("warm-up");
    assertThat(program.run("similar", "--help").out()).contains("--space", "--min-X N");
    Program.Outcome version = program.run("--version");
    assertThat(version.exitCode()).isZero();
    assertThat(version.out()).matches("segue \\d+\\.\\d+\\.\\d+\\R");
    assertThat(program.run("generate-completion").out()).contains("complete -F");
  }

  @Test
  void searchAndSimilarAgree() throws Exception {
    JsonNode found = program.run("search", "--limit", "1", "--json").json();
    int recordings = program.run("stats", "--json").json().get("recordings").asInt();
    assertThat(found.get("total").asInt()).isEqualTo(recordings).isLessThan(TRACKS);
    assertThat(program.run("search", "--versions", "all", "--json").json().get("total").asInt())
        .isEqualTo(TRACKS);
    JsonNode track = found.get("tracks").get(0).get("track");
    String id = track.get("id").asString();

    JsonNode similar =
        program.run("similar", id, "-k", "5", "--space", "profile-16", "--json").json();
    assertThat(similar.get("track")).isEqualTo(track);
    assertThat(similar.has("resolved")).isFalse();
    assertThat(similar.get("tracks")).hasSize(5);
    assertThat(similar.get("tracks").findValuesAsString("id")).doesNotContain(id);

    String text = track.get("name").asString() + " " + track.get("artists").get(0).asString();
    JsonNode resolved = program.run("similar", text, "--json").json();
    assertThat(resolved.get("resolved").get("id").asString()).isEqualTo(id);
    assertThat(resolved.get("resolved").get("confidence").asDouble()).isEqualTo(1);
  }

  @Test
  void answersForPeopleGoToStdout() throws Exception {
    Program.Outcome found =
        program.run("search", "--limit", "3", "--sort", "-popularity", "--versions", "all");
    assertThat(found.exitCode()).isZero();
    assertThat(found.out().lines()).hasSize(6).first().asString().startsWith("  1.");
    assertThat(found.err()).contains("3 of 400", "--cursor");
    assertThat(program.run("stats").out())
        .contains("tracks      400", "audio-12: 12 columns, euclidean");
  }

  @Test
  void aSearchSaysHowItWasTaken() throws Exception {
    JsonNode track =
        program.run("search", "--limit", "1", "--json").json().get("tracks").get(0).get("track");
    String artist = track.get("artists").get(0).asString();
    String word = artist.replaceFirst(" .*", "");
    Program.Outcome understood = program.run("search", "calm", "music", "under", "4", "minutes");
    assertThat(understood.err())
        .contains("Understood 'calm': energy at most 0.4", "duration_ms at most 240000");
    Program.Outcome nothing = program.run("search", word, "qwertzuiop");
    assertThat(nothing.exitCode()).isEqualTo(3);
    assertThat(nothing.err()).contains("Nothing is found.", "Perhaps you mean:", word);
    assertThat(program.run("search", "energy:>7").err())
        .contains("Read as plain words: energy is 7, allowed is 0 to 1.");
    program.assertComplaint(2, "At character 8 of q", "search", "energy:>7", "--syntax", "strict");
  }

  @Test
  void searchIsEvaluated(@TempDir Path judged) throws Exception {
    Program.Outcome similar = program.run("evaluate", "similar", "--queries", "20", "--half", "B");
    assertThat(similar.out()).contains("half B", "sound", "profile-16", "artist@10", "hubness");
    JsonNode row =
        program
            .run("evaluate", "similar", "--space", "sound", "--queries", "20", "--json")
            .json()
            .get("spaces")
            .get(0);
    assertThat(row.get("genre10").get("high").asDouble()).isPositive();
    program.assertComplaint(2, "queries is 0", "evaluate", "similar", "--queries", "0");

    Program.Outcome asked = program.run("evaluate", "search", "--queries", "15", "--json");
    assertThat(asked.exitCode()).as(asked.err()).isZero();
    JsonNode first = asked.json().get("settings").get(0).get("kinds").get(0);
    assertThat(first.get("kind").asString()).isEqualTo("title artist");
    assertThat(first.get("queries").asInt()).isEqualTo(15);
    assertThat(first.get("success10").get("value").asDouble()).isGreaterThan(.9);
    assertThat(
            program
                .run(
                    "evaluate",
                    "search",
                    "--queries",
                    "5",
                    "--setting",
                    "mode=text",
                    "--setting",
                    "mode=hybrid,fusion=rrf")
                .out())
        .contains("success@1 (95 %)", "mode=text", "less the first");

    JsonNode track =
        program.run("search", "--limit", "1", "--json").json().get("tracks").get(0).get("track");
    Path topics = judged.resolve("topics.tsv");
    Path qrels = judged.resolve("qrels.txt");
    Files.writeString(topics, "q1\t" + track.get("name").asString() + "\n");
    Files.writeString(qrels, "q1 0 " + track.get("id").asString() + " 1\n");
    assertThat(
            program
                .run(
                    "evaluate",
                    "search",
                    "--topics",
                    topics.toString(),
                    "--qrels",
                    qrels.toString())
                .out())
        .contains("1 judged questions", "nDCG@10");
    program.assertComplaint(
        2, "belong together", "evaluate", "search", "--qrels", qrels.toString());
    program.assertComplaint(
        2, "mode=text|hybrid|sound", "evaluate", "search", "--setting", "mode=loud");
    JsonNode playlists = program.run("evaluate", "playlist", "--queries", "3", "--json").json();
    assertThat(playlists.get("playlists")).hasSize(5);
    assertThat(playlists.at("/paths/0/queries").asInt()).isEqualTo(3);
    program.assertComplaint(2, "There are: search, similar", "evaluate");
  }

  @Test
  void filtersAreFlags() throws Exception {
    JsonNode found =
        program.run("search", "--min-popularity", "30", "--max-tempo", "150", "--json").json();
    assertThat(found.get("total").asInt()).isBetween(1, TRACKS - 1);
    for (JsonNode hit : found.get("tracks")) {
      assertThat(hit.get("track").get("popularity").asInt()).isGreaterThanOrEqualTo(30);
      assertThat(hit.get("track").get("audio").get("tempo").asDouble()).isLessThanOrEqualTo(150);
    }
  }

  @Test
  void everyOrderCanBeAskedForBothWays() throws Exception {
    assertThat(program.run("search", "--sort", "-valence", "--limit", "1").exitCode()).isZero();
    assertThat(program.run("search", "--sort", "valence", "--limit", "1").exitCode()).isZero();
  }

  @Test
  void flagsHaveTwinsInTheEnvironment() throws Exception {
    Program.Outcome found = program.run(Map.of("SEGUE_LIMIT", "2", "SEGUE_JSON", "true"), "search");
    assertThat(found.json().get("tracks")).hasSize(2);
    Program.Outcome others =
        program.run(Map.of("SEGUE_VERSION", "1", "SEGUE_LIMIT", "", "SEGUE_JSON", "1"), "search");
    assertThat(others.json().get("tracks")).hasSize(10);
  }

  @Test
  void exportsEveryTrackWithItsNearest() throws Exception {
    Path file = folder.resolve("similar.csv");
    Program.Outcome exported =
        program.run("export", "similar", "-k", "3", "--output", file.toString(), "--json");
    assertThat(exported.exitCode()).as(exported.err()).isZero();
    assertThat(exported.json().get("rows").asInt()).isEqualTo(3 * TRACKS);
    assertThat(exported.json().get("unique_sources").asInt()).isEqualTo(TRACKS);
    List<String> lines = Files.readAllLines(file);
    assertThat(lines).hasSize(1 + 3 * TRACKS);
    assertThat(lines.getFirst())
        .isEqualTo(
            "track_id,recommended_track_id,match_score,track_name,track_artists,track_album,"
                + "track_genre,track_image_url,track_popularity,recommended_track_name,"
                + "recommended_track_artists,recommended_track_album,recommended_track_genre,"
                + "recommended_track_image_url,recommended_track_popularity");
    assertThat(lines.get(1)).matches("[^,]+,[^,]+,0\\.\\d\\d,.*");
    program.assertComplaint(2, "is no file", "export", "similar", "--output", folder.toString());
    program.assertComplaint(
        2, "no folder", "export", "similar", "--output", folder + "/no/such.csv");
  }

  @Test
  void withoutTheVectorModuleItSaysSoAndAnswersTheSame() throws Exception {
    Path fast = folder.resolve("fast.csv");
    Path plain = folder.resolve("plain.csv");
    Program.Outcome vectorised = program.run("export", "similar", "--output", fast.toString());
    assertThat(vectorised.err()).doesNotContain("slower");
    Process process =
        program.start(List.of(), Map.of(), "export", "similar", "--output", plain.toString());
    String complaint = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isZero();
    assertThat(complaint.lines())
        .containsOnlyOnce(
            "The JVM was started without --add-modules jdk.incubator.vector: similar tracks come"
                + " slower, the answers are the same.");
    assertThat(plain).hasSameTextualContentAs(fast);
  }

  @Test
  void wrongUsageIsTwo() throws Exception {
    program.assertComplaint(2, "Unknown option: '--nonsense'", "search", "--nonsense");
    program.assertComplaint(2, "k is 0, allowed is 1 to 100.", "similar", "a", "-k", "0");
    program.assertComplaint(
        2,
        "space is 'x', this index has sound, audio-12, profile-16.",
        "similar",
        "the",
        "--space",
        "x");
    program.assertComplaint(
        2, "min_tempo is 'fast', must be a number.", "search", "--min-tempo", "fast");
    program.assertComplaint(
        2, "--port is 70000, allowed is 0 to 65535.", "serve", "--port", "70000");
    program.assertComplaint(1, "no/such cannot be read", "serve", "--client-keys", "no/such");
    String[] oldest = {"index", "x.csv", "--foremost", "oldest"};
    program.assertComplaint(2, "allowed are most_popular, earliest and latest.", oldest);
    program.assertComplaint(
        2, "no track stands for another", Program.with(oldest, "--keep-duplicates"));
    program.assertComplaint(2, "--tracks is 0", "generate", "--tracks", "0", "--output", "x.csv");
    program.assertComplaint(2, "seconds is 0.0, allowed is 0.1 to 60.", "bench", "--seconds", "0");
    program.assertComplaint(2, "'--seed': 'x' is not a long", "bench", "--seed", "x");
    program.assertComplaint(2, "Missing required", "export", "similar");
    program.assertComplaint(2, "segue search … --index", "--index", "x", "search");
  }

  @Test
  void notFoundIsThree() throws Exception {
    program.assertComplaint(3, "Nothing is found for 'qqqqqqq'.", "similar", "qqqqqqq");
    Program.Outcome nothing = program.run("search", "qqqqqqq");
    assertThat(nothing.exitCode()).isEqualTo(3);
    assertThat(nothing.out()).isEmpty();
  }

  @Test
  void badDataIsFourAndChangesNothing() throws Exception {
    Path bad = Files.writeString(folder.resolve("bad.csv"), "a,b\n1,2\n");
    program.assertComplaint(4, "track_name", "index", bad.toString());
    program.assertComplaint(4, "no-such-file.csv", "index", "no-such-file.csv");
    assertThat(program.run("stats", "--json").json().get("generation").asInt()).isEqualTo(1);
  }

  @Test
  void withoutAnIndexItSaysWhatToDo() throws Exception {
    Path none = folder.resolve("none");
    Program.Outcome outcome = program.run(Map.of("SEGUE_INDEX", none.toString()), "stats");
    assertThat(outcome.exitCode()).isEqualTo(1);
    assertThat(outcome.err()).contains("segue index FILE.csv");
    assertThat(none).doesNotExist();
  }

  @Test
  void servesUntilItIsToldToEnd() throws Exception {
    String served = folder.resolve("served").toString();
    assertThat(program.run("index", program.catalogue().toString(), "--index", served).exitCode())
        .isZero();
    String keys = Files.writeString(folder.resolve("keys"), "app:secret\n").toString();
    Process server =
        program.start(
            Map.of("SEGUE_INDEX", served, "SEGUE_CLIENT_KEYS", keys),
            "serve",
            "--port",
            "0",
            "--json");
    try {
      StringBuilder announced = new StringBuilder();
      var reader = server.inputReader(StandardCharsets.UTF_8);
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        announced.append(line);
        if (line.equals("}")) {
          break;
        }
      }
      JsonNode serving = JsonMapper.shared().readTree(announced.toString());
      assertThat(serving.get("tracks").asInt()).isEqualTo(TRACKS);
      HttpResponse<String> stats = get(serving.get("url").asString() + "/api/stats");
      assertThat(stats.statusCode()).isEqualTo(200);
      assertThat(get(serving.get("url").asString() + "/v1/tracks/x").statusCode()).isEqualTo(401);

      assertThat(program.run("index", program.catalogue().toString(), "--index", served).exitCode())
          .isZero();
      long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
      String tag = stats.headers().firstValue("ETag").orElseThrow();
      while (tag.equals(etag(serving)) && System.nanoTime() < deadline) {
        Thread.onSpinWait();
      }
      assertThat(etag(serving)).isNotEqualTo(tag);
    } finally {
      server.destroy();
    }
    assertThat(server.waitFor(30, TimeUnit.SECONDS)).isTrue();
  }

  private static String etag(JsonNode serving) throws Exception {
    return get(serving.get("url").asString() + "/api/stats")
        .headers()
        .firstValue("ETag")
        .orElseThrow();
  }

  private static HttpResponse<String> get(String url) throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(
          HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString());
    }
  }
}
