package dev.segue.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.catalog.Progress;
import dev.segue.catalog.Track;
import dev.segue.engine.RandomPlays;
import dev.segue.engine.TasteTraining;
import dev.segue.http.Served.Reply;
import dev.segue.listening.log.EventLog;
import dev.segue.listening.model.ModelSettings;
import dev.segue.listening.model.TasteKind;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** {@code space=taste}, before a model was trained, and after. */
@Timeout(60)
class TasteHttpTest {
  private static final List<Track> TRACKS = Served.catalogue();
  private static final Track SEED = TRACKS.get(42);
  private static final String SIMILAR = "/api/tracks/" + SEED.id() + "/similar?space=taste";

  /** What nobody plays begins here. */
  private static final int PLAYED = 250;

  @TempDir private Path temp;
  private Served served;

  @BeforeEach
  void serve() throws Exception {
    served = Served.start(temp);
    served.engine().follow(Duration.ofMillis(10));
  }

  @AfterEach
  void stop() {
    served.close();
  }

  /** Trains while the server answers, and waits until it answers with the new model. */
  private void train(String model) throws Exception {
    String before = tag();
    try (EventLog log = EventLog.at(temp.resolve("plays.db").toString())) {
      log.put(RandomPlays.of(TRACKS.subList(0, PLAYED), 30, 5));
      new TasteTraining(temp.resolve("index"), log, Clock.systemUTC(), Progress.NONE)
          .run(ModelSettings.parse(model, TasteKind.values()), 1);
    }
    while (tag().equals(before)) {
      TimeUnit.MILLISECONDS.sleep(5);
    }
  }

  private String tag() throws Exception {
    return served.get("/api/stats").header("ETag");
  }

  @Test
  void withoutAModelItSaysHowToTrainOne() throws Exception {
    for (String url : List.of(SIMILAR, "/api/similar?q=love&space=taste")) {
      JsonNode problem = WrongQuestionsTest.problem(served.get(url), 400, "unknown_space");
      assertThat(problem.get("parameter").asString()).isEqualTo("space");
      assertThat(problem.get("detail").asString())
          .isEqualTo(
              "space is 'taste', which there is once a model was trained with `segue train`.");
    }
    WrongQuestionsTest.problem(served.get(SIMILAR + "&k=0"), 400, "invalid_parameter");
  }

  @Test
  void whatItsListenersAlsoPlayComesInOrder() throws Exception {
    for (String model : List.of("ials:factors=8,epochs=4", "item-knn:k=50")) {
      train(model);
      Reply reply = served.get(SIMILAR);
      assertThat(reply.status()).as(reply.text()).isEqualTo(200);
      assertThat(reply.json().get("space").asString()).isEqualTo("taste");
      assertThat(reply.json().get("track").get("id").asString()).isEqualTo(SEED.id());
      assertThat(reply.json().has("resolved")).isFalse();
      assertThat(reply.ids()).hasSize(10).doesNotHaveDuplicates().doesNotContain(SEED.id());
      double last = Double.MAX_VALUE;
      int rank = 1;
      for (JsonNode hit : reply.json().get("tracks")) {
        assertThat(hit.get("rank").asInt()).isEqualTo(rank++);
        assertThat(hit.get("score").asDouble()).isLessThanOrEqualTo(last);
        assertThat(hit.has("distance")).isFalse();
        last = hit.get("score").asDouble();
      }
      String q = SEED.name() + " " + SEED.artists().getFirst();
      String byText = Served.url("/api/similar", "q", q, "space", "taste");
      JsonNode resolved = served.get(byText).json();
      assertThat(resolved.at("/resolved/confidence").asDouble()).isEqualTo(1);
      String id = resolved.get("resolved").get("id").asString();
      JsonNode byId = served.get("/api/tracks/" + id + "/similar?space=taste").json();
      assertThat(resolved.get("tracks")).isEqualTo(byId.get("tracks"));
      assertThat(resolved.get("track")).isEqualTo(byId.get("track"));
    }
  }

  @Test
  void filtersAndVersionsCount() throws Exception {
    train("ials:factors=8,epochs=4");
    String all = SIMILAR + "&k=100";
    Reply one = served.get(all);
    Reply each = served.get(all + "&versions=all");
    List<String> beside = each.json().findValuesAsString("other_versions");
    assertThat(beside).isEmpty();
    assertThat(each.ids()).isNotEqualTo(one.ids());
    JsonNode withOthers = null;
    for (JsonNode hit : one.json().get("tracks")) {
      if (withOthers == null && hit.has("other_versions")) {
        withOthers = hit;
      }
      if (hit.has("other_versions")) {
        for (JsonNode other : hit.get("other_versions")) {
          assertThat(one.ids()).doesNotContain(other.get("id").asString());
        }
      }
    }
    assertThat(withOthers).as("a recording of several versions").isNotNull();
    String other = withOthers.at("/other_versions/0/id").asString();
    String foremost = withOthers.at("/track/id").asString();
    assertThat(served.get(all + "&exclude=" + other).ids()).doesNotContain(foremost, other);
    assertThat(served.get(all + "&versions=all&exclude=" + other).ids())
        .contains(foremost)
        .doesNotContain(other);

    Reply popular = served.get(all + "&min_popularity=50");
    assertThat(popular.ids()).isNotEmpty();
    popular
        .json()
        .get("tracks")
        .forEach(
            hit ->
                assertThat(hit.get("track").get("popularity").asInt()).isGreaterThanOrEqualTo(50));
    Reply impossible = served.get(all + "&min_popularity=100&max_duration_ms=1");
    assertThat(impossible.status()).isEqualTo(200);
    assertThat(impossible.ids()).isEmpty();
  }

  @Test
  void whatNobodyPlayedHasNoPlace() throws Exception {
    train("item-knn:k=50");
    String id = lonely();
    JsonNode problem =
        WrongQuestionsTest.problem(
            served.get("/api/tracks/" + id + "/similar?space=taste"), 422, "no_vector");
    assertThat(problem.get("parameter").asString()).isEqualTo("space");
    assertThat(problem.get("detail").asString())
        .startsWith("Track '%s' has no place in taste".formatted(id));
    assertThat(served.get("/api/tracks/" + id + "/similar").status()).isEqualTo(200);
    WrongQuestionsTest.problem(
        served.get("/api/tracks/x/similar?space=taste"), 404, "track_not_found");
  }

  /** A track of which no version was played. */
  private String lonely() throws Exception {
    try (var snapshot = served.engine().snapshot()) {
      int ordinal = TRACKS.size() - 1;
      while (snapshot.index().versions(ordinal).stream().anyMatch(each -> each < PLAYED)) {
        ordinal--;
      }
      assertThat(ordinal).isGreaterThanOrEqualTo(PLAYED);
      return snapshot.index().track(ordinal).id();
    }
  }

  @Test
  void anotherModelIsAnotherState() throws Exception {
    String sound = "/api/tracks/" + SEED.id() + "/similar";
    Reply before = served.get(sound);
    train("item-knn:k=50");
    Reply first = served.get(SIMILAR);
    String tag = first.header("ETag");
    assertThat(tag).isNotEqualTo(before.header("ETag"));
    assertThat(served.get(SIMILAR, "If-None-Match", tag).status()).isEqualTo(304);
    train("ials:factors=8,epochs=4");
    Reply second = served.get(SIMILAR, "If-None-Match", tag);
    assertThat(second.status()).isEqualTo(200);
    assertThat(second.header("ETag")).isNotEqualTo(tag);
    assertThat(second.json()).isNotEqualTo(first.json());
    assertThat(served.get(SIMILAR, "If-None-Match", second.header("ETag")).status()).isEqualTo(304);
    assertThat(served.get(sound).json()).as("by sound").isEqualTo(before.json());
  }
}
