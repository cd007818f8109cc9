package dev.segue.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
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
  private Path catalogue;
  private Path index;

  /** What a process said. */
  private record Outcome(int exitCode, String out, String err) {
    JsonNode json() {
      return JsonMapper.shared().readTree(out);
    }
  }

  @BeforeAll
  void indexInventedTracks(@TempDir Path shared) throws Exception {
    folder = shared;
    catalogue = folder.resolve("catalogue.csv");
    index = folder.resolve("index");
    Outcome generated =
        run("generate", "--tracks", "" + TRACKS, "--seed", "7", "--output", catalogue.toString());
    assertThat(generated.exitCode()).isZero();
    assertThat(generated.out()).contains("400 invented tracks");
    Outcome indexed = run("index", catalogue.toString(), "--json");
    assertThat(indexed.exitCode()).as(indexed.err()).isZero();
    assertThat(indexed.json().get("tracks").asInt()).isEqualTo(TRACKS);
    assertThat(indexed.json().get("generation").asInt()).isEqualTo(1);
  }

  @Test
  void helpAndVersionAreAnswers() throws Exception {
    assertThat(run("--help").out())
        .contains("Usage: segue", "generate-completion")
        .doesNotContain("warm-up");
    assertThat(run("similar", "--help").out()).contains("--space", "--min-X N");
    Outcome version = run("--version");
    assertThat(version.exitCode()).isZero();
    assertThat(version.out()).matches("segue \\d+\\.\\d+\\.\\d+\\R");
    assertThat(run("generate-completion").out()).contains("complete -F");
  }

  @Test
  void searchAndSimilarAgree() throws Exception {
    JsonNode found = run("search", "--limit", "1", "--json").json();
    int recordings = run("stats", "--json").json().get("recordings").asInt();
    assertThat(found.get("total").asInt()).isEqualTo(recordings).isLessThan(TRACKS);
    assertThat(run("search", "--versions", "all", "--json").json().get("total").asInt())
        .isEqualTo(TRACKS);
    JsonNode track = found.get("tracks").get(0).get("track");
    String id = track.get("id").asString();

    JsonNode similar = run("similar", id, "-k", "5", "--space", "profile-16", "--json").json();
    assertThat(similar.get("track")).isEqualTo(track);
    assertThat(similar.has("resolved")).isFalse();
    assertThat(similar.get("tracks")).hasSize(5);
    assertThat(similar.get("tracks").findValuesAsString("id")).doesNotContain(id);

    String text = track.get("name").asString() + " " + track.get("artists").get(0).asString();
    JsonNode resolved = run("similar", text, "--json").json();
    assertThat(resolved.get("resolved").get("id").asString()).isEqualTo(id);
    assertThat(resolved.get("resolved").get("confidence").asDouble()).isEqualTo(1);
  }

  @Test
  void makesPlaylistsAndSavesThem(@TempDir Path temp) throws Exception {
    JsonNode track =
        run("search", "--limit", "1", "--json").json().get("tracks").get(0).get("track");
    String id = track.get("id").asString();
    Outcome told = run("playlist", id, "-k", "6", "--energy-curve", "rising", "--spacing", "1");
    assertThat(told.exitCode()).isZero();
    assertThat(told.out())
        .startsWith("Like " + track.get("name").asString())
        .contains(" bpm  ", "6 tracks, 0:", "on average", "valence");
    JsonNode minutes = run("playlist", id, "--minutes", "30", "--json").json();
    assertThat(minutes.get("duration_ms").asInt()).isBetween(29 * 60_000, 31 * 60_000);

    List<String> ids = new ArrayList<>();
    run("playlist", id, "-k", "5", "--seed", "3", "--energy-curve", ".2,.9", "--json")
        .json()
        .get("tracks")
        .forEach(entry -> ids.add(entry.at("/track/id").asString()));
    String[] same = {"playlist", id, "-k", "5", "--seed", "3", "--energy-curve", ".2,.9"};
    for (String name : List.of("list.m3u8", "list.xspf", "list.csv", "list.json", "list.txt")) {
      Path file = temp.resolve(name);
      Outcome saved = run(with(same, "--output", file.toString(), "--title", "Evening"));
      assertThat(saved.err()).contains("Written to " + file);
      assertThat(ids.stream().map(Files.readString(file)::indexOf))
          .as(name)
          .isSorted()
          .doesNotContain(-1);
    }
    assertThat(run(with(same, "--format", "spotify_uris")).out())
        .isEqualTo(Files.readString(temp.resolve("list.txt")))
        .startsWith("spotify:track:" + ids.getFirst() + "\n");
    assertComplaint(2, "format is 'mp3', allowed are json, csv", with(same, "--output", "x.mp3"));
    assertComplaint(
        2, "There is no folder", with(same, "--output", temp.resolve("no/x.csv").toString()));
    assertComplaint(2, "minutes and k both say", "playlist", id, "-k", "3", "--minutes", "9");
    assertComplaint(
        2, "energy_curve is 'up', allowed are steady", "playlist", id, "--energy-curve", "up");
    assertComplaint(2, "seeds is 0, allowed is 1 to 50.", "playlist");
  }

  private static String[] with(String[] arguments, String... more) {
    return Stream.concat(Stream.of(arguments), Stream.of(more)).toArray(String[]::new);
  }

  @Test
  void walksFromOneSongToAnother() throws Exception {
    JsonNode tracks = run("search", "--limit", "2", "--json").json().get("tracks");
    String from = tracks.get(0).at("/track/id").asString();
    JsonNode last = tracks.get(1).get("track");
    String text = last.get("name").asString() + " " + last.get("artists").get(0).asString();
    Outcome told = run("path", from, text, "--steps", "6");
    assertThat(told.exitCode()).isZero();
    assertThat(told.out().lines()).hasSize(7);
    assertThat(told.out()).contains(" to " + last.get("name").asString() + ", by sound:", "  +");
    JsonNode path = run("path", from, text, "--steps", "6", "--min-energy", ".3", "--json").json();
    assertThat(path.get("tracks")).hasSize(6);
    assertThat(path.at("/to/id")).isEqualTo(last.get("id"));
    assertComplaint(2, "from and to are both", "path", from, from);
    assertComplaint(
        2, "from is 'qwertzuiop': no track has that id", "path", "qwertzuiop", "asdfghjk");
    assertComplaint(2, "steps is 1, allowed is 2 to 100.", "path", from, text, "--steps", "1");
  }

  @Test
  void recommendsForAMixAndSaysWhy() throws Exception {
    JsonNode track =
        run("search", "--limit", "1", "--json").json().get("tracks").get(0).get("track");
    String id = track.get("id").asString();
    String genre = track.get("genres").get(0).asString();
    String artist = track.get("artists").get(0).asString();
    Outcome told =
        run("recommend", id, "artist:" + artist + "^0.5", "--less", "genre:" + genre, "-k", "4");
    assertThat(told.exitCode()).isZero();
    assertThat(told.out().lines()).hasSize(1 + 3 * 4);
    assertThat(told.out())
        .startsWith("Like " + track.get("name").asString())
        .contains(artist + ", less like " + genre + ", by sound:", "like ");
    assertThat(told.err()).contains("More: --cursor ");
    JsonNode answer =
        run(
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
    assertThat(run("recommend", "genre:" + genre, "--artist", artist, "-k", "100").err())
        .contains("There are no more tracks; of 400, artist took most");
    assertThat(run("recommend", "--help").out()).contains("--target-X N", "--less");
    assertComplaint(2, "seeds is 0, allowed is 1 to 50.", "recommend");
    assertComplaint(2, "seeds[0]: No track is by an artist 'nemo'.", "recommend", "artist:nemo");
    assertComplaint(2, "'audio:loud' must be numbers", "recommend", "audio:loud");
    assertComplaint(2, "where a number must stand", "recommend", "genre:" + genre + "^1.2.3");
  }

  @Test
  void answersForPeopleGoToStdout() throws Exception {
    Outcome found = run("search", "--limit", "3", "--sort", "-popularity", "--versions", "all");
    assertThat(found.exitCode()).isZero();
    assertThat(found.out().lines()).hasSize(6).first().asString().startsWith("  1.");
    assertThat(found.err()).contains("3 of 400", "--cursor");
    assertThat(run("stats").out()).contains("tracks      400", "audio-12: 12 columns, euclidean");
  }

  @Test
  void aSearchSaysHowItWasTaken() throws Exception {
    JsonNode track =
        run("search", "--limit", "1", "--json").json().get("tracks").get(0).get("track");
    String artist = track.get("artists").get(0).asString();
    String word = artist.replaceFirst(" .*", "");
    Outcome understood = run("search", "calm", "music", "under", "4", "minutes");
    assertThat(understood.err())
        .contains("Understood 'calm': energy at most 0.4", "duration_ms at most 240000");
    Outcome nothing = run("search", word, "qwertzuiop");
    assertThat(nothing.exitCode()).isEqualTo(3);
    assertThat(nothing.err()).contains("Nothing is found.", "Perhaps you mean:", word);
    assertThat(run("search", "energy:>7").err())
        .contains("Read as plain words: energy is 7, allowed is 0 to 1.");
    assertComplaint(2, "At character 8 of q", "search", "energy:>7", "--syntax", "strict");
  }

  @Test
  void searchIsEvaluated(@TempDir Path judged) throws Exception {
    Outcome similar = run("evaluate", "similar", "--queries", "20", "--half", "B");
    assertThat(similar.out()).contains("half B", "sound", "profile-16", "artist@10", "hubness");
    JsonNode row =
        run("evaluate", "similar", "--space", "sound", "--queries", "20", "--json")
            .json()
            .get("spaces")
            .get(0);
    assertThat(row.get("genre10").get("high").asDouble()).isPositive();
    assertComplaint(2, "queries is 0", "evaluate", "similar", "--queries", "0");

    Outcome asked = run("evaluate", "search", "--queries", "15", "--json");
    assertThat(asked.exitCode()).as(asked.err()).isZero();
    JsonNode first = asked.json().get("settings").get(0).get("kinds").get(0);
    assertThat(first.get("kind").asString()).isEqualTo("title artist");
    assertThat(first.get("queries").asInt()).isEqualTo(15);
    assertThat(first.get("success10").get("value").asDouble()).isGreaterThan(.9);
    assertThat(
            run(
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
        run("search", "--limit", "1", "--json").json().get("tracks").get(0).get("track");
    Path topics = judged.resolve("topics.tsv");
    Path qrels = judged.resolve("qrels.txt");
    Files.writeString(topics, "q1\t" + track.get("name").asString() + "\n");
    Files.writeString(qrels, "q1 0 " + track.get("id").asString() + " 1\n");
    assertThat(
            run("evaluate", "search", "--topics", topics.toString(), "--qrels", qrels.toString())
                .out())
        .contains("1 judged questions", "nDCG@10");
    assertComplaint(2, "belong together", "evaluate", "search", "--qrels", qrels.toString());
    assertComplaint(2, "mode=text|hybrid|sound", "evaluate", "search", "--setting", "mode=loud");
    JsonNode playlists = run("evaluate", "playlist", "--queries", "3", "--json").json();
    assertThat(playlists.get("playlists")).hasSize(5);
    assertThat(playlists.at("/paths/0/queries").asInt()).isEqualTo(3);
    assertComplaint(2, "There are: search, similar", "evaluate");
  }

  @Test
  void filtersAreFlags() throws Exception {
    JsonNode found = run("search", "--min-popularity", "30", "--max-tempo", "150", "--json").json();
    assertThat(found.get("total").asInt()).isBetween(1, TRACKS - 1);
    for (JsonNode hit : found.get("tracks")) {
      assertThat(hit.get("track").get("popularity").asInt()).isGreaterThanOrEqualTo(30);
      assertThat(hit.get("track").get("audio").get("tempo").asDouble()).isLessThanOrEqualTo(150);
    }
  }

  @Test
  void everyOrderCanBeAskedForBothWays() throws Exception {
    assertThat(run("search", "--sort", "-valence", "--limit", "1").exitCode()).isZero();
    assertThat(run("search", "--sort", "valence", "--limit", "1").exitCode()).isZero();
  }

  @Test
  void flagsHaveTwinsInTheEnvironment() throws Exception {
    Outcome found = run(Map.of("SEGUE_LIMIT", "2", "SEGUE_JSON", "true"), "search");
    assertThat(found.json().get("tracks")).hasSize(2);
    Outcome others =
        run(Map.of("SEGUE_VERSION", "1", "SEGUE_LIMIT", "", "SEGUE_JSON", "1"), "search");
    assertThat(others.json().get("tracks")).hasSize(10);
  }

  @Test
  void exportsEveryTrackWithItsNearest() throws Exception {
    Path file = folder.resolve("similar.csv");
    Outcome exported = run("export", "similar", "-k", "3", "--output", file.toString(), "--json");
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
    assertComplaint(2, "is no file", "export", "similar", "--output", folder.toString());
    assertComplaint(2, "no folder", "export", "similar", "--output", folder + "/no/such.csv");
  }

  @Test
  void withoutTheVectorModuleItSaysSoAndAnswersTheSame() throws Exception {
    Path fast = folder.resolve("fast.csv");
    Path plain = folder.resolve("plain.csv");
    Outcome vectorised = run("export", "similar", "--output", fast.toString());
    assertThat(vectorised.err()).doesNotContain("slower");
    Process process = start(List.of(), Map.of(), "export", "similar", "--output", plain.toString());
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
    assertComplaint(2, "Unknown option: '--nonsense'", "search", "--nonsense");
    assertComplaint(2, "k is 0, allowed is 1 to 100.", "similar", "a", "-k", "0");
    assertComplaint(
        2,
        "space is 'x', this index has sound, audio-12, profile-16.",
        "similar",
        "the",
        "--space",
        "x");
    assertComplaint(2, "min_tempo is 'fast', must be a number.", "search", "--min-tempo", "fast");
    assertComplaint(2, "--port is 70000, allowed is 0 to 65535.", "serve", "--port", "70000");
    assertComplaint(1, "no/such cannot be read", "serve", "--client-keys", "no/such");
    String[] oldest = {"index", "x.csv", "--foremost", "oldest"};
    assertComplaint(2, "allowed are most_popular, earliest and latest.", oldest);
    assertComplaint(2, "no track stands for another", with(oldest, "--keep-duplicates"));
    assertComplaint(2, "--tracks is 0", "generate", "--tracks", "0", "--output", "x.csv");
    assertComplaint(2, "seconds is 0.0, allowed is 0.1 to 60.", "bench", "--seconds", "0");
    assertComplaint(2, "'--seed': 'x' is not a long", "bench", "--seed", "x");
    assertComplaint(2, "Missing required", "export", "similar");
    assertComplaint(2, "segue search … --index", "--index", "x", "search");
  }

  @Test
  void notFoundIsThree() throws Exception {
    assertComplaint(3, "Nothing is found for 'qqqqqqq'.", "similar", "qqqqqqq");
    Outcome nothing = run("search", "qqqqqqq");
    assertThat(nothing.exitCode()).isEqualTo(3);
    assertThat(nothing.out()).isEmpty();
  }

  @Test
  void badDataIsFourAndChangesNothing() throws Exception {
    Path bad = Files.writeString(folder.resolve("bad.csv"), "a,b\n1,2\n");
    assertComplaint(4, "track_name", "index", bad.toString());
    assertComplaint(4, "no-such-file.csv", "index", "no-such-file.csv");
    assertThat(run("stats", "--json").json().get("generation").asInt()).isEqualTo(1);
  }

  @Test
  void withoutAnIndexItSaysWhatToDo() throws Exception {
    Path none = folder.resolve("none");
    Outcome outcome = run(Map.of("SEGUE_INDEX", none.toString()), "stats");
    assertThat(outcome.exitCode()).isEqualTo(1);
    assertThat(outcome.err()).contains("segue index FILE.csv");
    assertThat(none).doesNotExist();
  }

  @Test
  void servesUntilItIsToldToEnd() throws Exception {
    String served = folder.resolve("served").toString();
    assertThat(run("index", catalogue.toString(), "--index", served).exitCode()).isZero();
    String keys = Files.writeString(folder.resolve("keys"), "app:secret\n").toString();
    Process server =
        start(
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

      assertThat(run("index", catalogue.toString(), "--index", served).exitCode()).isZero();
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

  private void assertComplaint(int exitCode, String complaint, String... arguments)
      throws Exception {
    Outcome outcome = run(arguments);
    assertThat(outcome.exitCode()).as(outcome.err()).isEqualTo(exitCode);
    assertThat(outcome.err()).contains(complaint).doesNotContain("\tat ");
    assertThat(outcome.out()).isEmpty();
  }

  private Outcome run(String... arguments) throws Exception {
    return run(Map.of(), arguments);
  }

  private Outcome run(Map<String, String> environment, String... arguments) throws Exception {
    Process process = start(environment, arguments);
    var err = process.errorReader(StandardCharsets.UTF_8);
    StringBuilder complaints = new StringBuilder();
    Thread listener =
        Thread.ofVirtual().start(() -> err.lines().forEach(l -> complaints.append(l).append('\n')));
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    listener.join();
    return new Outcome(process.waitFor(), out, complaints.toString());
  }

  private Process start(Map<String, String> environment, String... arguments) throws IOException {
    return start(List.of("--add-modules", "jdk.incubator.vector"), environment, arguments);
  }

  private Process start(List<String> flags, Map<String, String> environment, String... arguments)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(flags);
    command.addAll(
        List.of(
            "-Dsegue.home=" + Path.of("").toAbsolutePath(),
            "-cp",
            System.getProperty("java.class.path"),
            "dev.segue.cli.Main"));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("SEGUE_INDEX", index.toString());
    builder.environment().putAll(environment);
    return builder.start();
  }
}
