package dev.segue.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.segue.catalog.Track;
import dev.segue.engine.Engine;
import dev.segue.engine.Listening;
import dev.segue.engine.Snapshot;
import dev.segue.engine.TestIndex;
import dev.segue.experiment.Experiment;
import dev.segue.experiment.Experiments;
import dev.segue.experiment.Variant;
import dev.segue.http.Served.Reply;
import dev.segue.http.api.ListenerApi;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Recommendations by servers whose log is away, that have none, or that have experiments. */
class ListenerServersTest extends ListenersTest {
  private static final Experiment EXPERIMENT =
      new Experiment(
          "chance",
          Instant.EPOCH,
          List.of(
              new Variant("control", 40, Map.of()),
              new Variant("treatment", 40, Map.of("explore", "1", "seed", "7"))));

  private HttpServer serve(Optional<Listening> listening, Experiments experiments, Path folder)
      throws Exception {
    return TestServer.start(served.engine(), Served.page(folder), listening, experiments);
  }

  private static Listening listening(Path file) {
    return TestServer.listening(file);
  }

  private static String listened() {
    return "{\"listened\":[\"%s\"]}".formatted(TRACKS.getFirst().id());
  }

  @Test
  void aDatabaseThatIsAwayStopsOnlyUsers(@TempDir Path folder) throws Exception {
    Path file = Files.writeString(folder.resolve("no.db"), "no database ".repeat(1000));
    try (Listening listening = listening(file);
        HttpServer server = serve(Optional.of(listening), Experiments.NONE, folder)) {
      for (Reply reply :
          List.of(
              Served.ask(server, "GET", "/api/users/secret-name/recommendations", ""),
              Served.ask(
                  server, "POST", "/api/recommendations", "{\"user_id\":\"secret-name\"}"))) {
        document.conforms("/api/users/{id}/recommendations", reply);
        assertThat(reply.status()).as(reply.text()).isEqualTo(503);
        assertThat(reply.json().get("code").asString()).isEqualTo("listening_unavailable");
        assertThat(reply.header("Retry-After")).isEqualTo("5");
        assertThat(reply.json().get("detail").asString()).doesNotContain("secret-name");
      }
      assertAnswersOthers(server);
    }
  }

  @Test
  void aServerThatListensToNobodySaysSo(@TempDir Path folder) throws Exception {
    try (HttpServer server = serve(Optional.empty(), Experiments.NONE, folder)) {
      Reply got = Served.ask(server, "GET", "/api/users/ann/recommendations", "");
      Reply posted = Served.ask(server, "POST", "/api/recommendations", "{\"user_id\":\"ann\"}");
      document.conforms("/api/users/{id}/recommendations", got);
      document.conforms("/api/recommendations", posted);
      for (Reply reply : List.of(got, posted)) {
        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.json().get("code").asString()).isEqualTo("not_listening");
      }
      assertAnswersOthers(server);
    }
  }

  private static void assertAnswersOthers(HttpServer server) throws Exception {
    Reply listened = Served.ask(server, "POST", "/api/recommendations", listened());
    assertThat(listened.json().get("tracks")).hasSize(10);
    assertThat(Served.ask(server, "GET", "/api/search?q=love", "").status()).isEqualTo(200);
  }

  @Test
  void usersAreAnsweredByTheirVariant(@TempDir Path folder) throws Exception {
    Experiments experiments = new Experiments(List.of(EXPERIMENT));
    try (Listening listening = listening(folder.resolve("own.db"));
        HttpServer server = serve(Optional.of(listening), experiments, folder)) {
      for (int i = 0; i < 10; i++) {
        String user = "user-" + i;
        String variant = EXPERIMENT.of(user).map(Variant::name).orElse("");
        JsonNode answer = answered(server, user, "?k=5");
        assertThat(answer.path("experiment").asString(""))
            .isEqualTo(variant.isEmpty() ? "" : "chance");
        assertThat(answer.path("variant").asString("")).isEqualTo(variant);
        assertThat(answer.path("explore").toString())
            .isEqualTo(variant.equals("treatment") ? "{\"share\":1.0,\"seed\":7}" : "");
        JsonNode asked = answered(server, user, "?k=5&explore=0");
        assertThat(asked.has("explore")).isFalse();
        assertThat(asked.path("variant").asString(""))
            .as("who sets what the variant sets is not part of it")
            .isEqualTo(variant.equals("treatment") ? "" : variant);
        String body = "{\"user_id\":\"%s\",\"k\":5}".formatted(user);
        assertThat(Served.ask(server, "POST", "/api/recommendations", body).json())
            .isEqualTo(answer);
      }
      assertThat(
              Served.ask(server, "POST", "/api/recommendations", listened())
                  .json()
                  .has("experiment"))
          .isFalse();
    }
  }

  @Test
  void whoAsksForWhatAVariantForbidsIsNoPartOfIt(@TempDir Path folder) throws Exception {
    Map<String, String> loud = Map.of("min_energy", "0.6", "space", "audio-12");
    Experiment energy =
        new Experiment(
            "energy",
            Instant.EPOCH,
            List.of(new Variant("one", 50, loud), new Variant("other", 50, loud)));
    try (Listening listening = listening(folder.resolve("own.db"));
        HttpServer server =
            serve(Optional.of(listening), new Experiments(List.of(energy)), folder)) {
      assertThat(answered(server, "ann", "?k=5").has("variant")).isTrue();
      for (String query : List.of("?max_energy=0.5", "?target_popularity=70")) {
        assertThat(answered(server, "ann", query).has("variant")).as(query).isFalse();
      }
    }
  }

  /** An index may be rebuilt from a catalogue without what a variant goes by. */
  @Test
  void aVariantThatTheIndexCannotAnswerIsNobodys(@TempDir Path folder) throws Exception {
    List<Track> unrated = TRACKS.stream().map(ListenerServersTest::withoutPopularity).toList();
    Experiment famous =
        new Experiment(
            "famous",
            Instant.EPOCH,
            List.of(new Variant("all", 100, Map.of("target_popularity", "90"))));
    Experiments experiments = new Experiments(List.of(famous));
    TestIndex index = new TestIndex(folder.resolve("index"));
    index.build(unrated);
    try (Listening listening = listening(folder.resolve("own.db"));
        Engine engine = index.open();
        HttpServer server =
            TestServer.start(engine, Served.page(folder), Optional.of(listening), experiments)) {
      assertThat(answered(server, "ann", "?k=5").has("variant")).isFalse();
      try (Snapshot snapshot = engine.snapshot()) {
        assertThatThrownBy(() -> ListenerApi.check(experiments, snapshot))
            .hasMessage(
                "Experiment 'famous', variant 'all': target_popularity is asked for, but no track"
                    + " of this index has a popularity.");
      }
    }
  }

  private static Track withoutPopularity(Track track) {
    return new Track(
        track.id(),
        track.name(),
        track.artists(),
        track.album(),
        track.genres(),
        null,
        track.durationMillis(),
        track.explicit(),
        track.year(),
        null,
        track.audio());
  }

  /** Pages of a variant go on by it. */
  @Test
  void variantsHavePages(@TempDir Path folder) throws Exception {
    Experiments experiments = new Experiments(List.of(EXPERIMENT));
    String user = "user-0";
    for (int i = 1; !EXPERIMENT.of(user).map(Variant::name).orElse("").equals("treatment"); i++) {
      user = "user-" + i;
    }
    try (Listening listening = listening(folder.resolve("own.db"));
        HttpServer server = serve(Optional.of(listening), experiments, folder)) {
      JsonNode both = answered(server, user, "?k=20");
      JsonNode first = answered(server, user, "?k=10");
      String cursor = first.get("next_cursor").asString();
      JsonNode second = answered(server, user, "?k=10&cursor=" + cursor);
      assertThat(second.get("variant").asString()).isEqualTo("treatment");
      assertThat(ids(both)).startsWith(ids(first).toArray(String[]::new));
      assertThat(ids(both)).endsWith(ids(second).toArray(String[]::new));
    }
  }

  private JsonNode answered(HttpServer server, String user, String query) throws Exception {
    Reply reply = Served.ask(server, "GET", "/api/users/" + user + "/recommendations" + query, "");
    assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    document.conforms("/api/users/{id}/recommendations", reply);
    assertThat(reply.header("Cache-Control")).isEqualTo("no-store");
    return reply.json();
  }
}
