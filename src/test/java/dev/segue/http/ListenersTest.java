package dev.segue.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.segue.catalog.Track;
import dev.segue.engine.Snapshot;
import dev.segue.http.Served.Reply;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Somebody who does something with tracks, and asks for more. */
abstract class ListenersTest extends ServedTest {
  static final List<Track> TRACKS = Served.catalogue();

  /** Half of the last place that a number is rounded to, for each of a few parts. */
  private static final double ROUNDING = 5e-6;

  private static final String PATH = "/api/users/{id}/recommendations";

  final OpenApi document;
  private Instant clock = Instant.parse("2026-01-01T00:00:00Z");

  ListenersTest() {
    try {
      document = new OpenApi();
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** Does the same with some tracks, each a second after the one before. */
  void does(String user, String type, Track... tracks) throws Exception {
    does(user, type, "{}", tracks);
  }

  void does(String user, String type, String context, Track... tracks) throws Exception {
    List<String> events = new ArrayList<>();
    for (Track track : tracks) {
      clock = clock.plusSeconds(1);
      events.add(
          "{\"user_id\":\"%s\",\"track_id\":\"%s\",\"type\":\"%s\",\"at\":\"%s\",\"context\":%s}"
              .formatted(user, track.id(), type, clock, context));
    }
    assertThat(served.post("/api/events", events.toString()).status()).isEqualTo(202);
  }

  /** When the last event of {@link #does} was. */
  Instant last() {
    return clock;
  }

  /** The reply to a user, held against the document. */
  Reply ask(String user, String query) throws Exception {
    Reply reply = served.get(PATH.replace("{id}", Served.encode(user)) + "?" + query);
    document.conforms(PATH, reply);
    return reply;
  }

  /** What a user is recommended. */
  JsonNode answer(String user, String query) throws Exception {
    Reply reply = ask(user, query);
    assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    assertThat(reply.header("Cache-Control")).isEqualTo("no-store");
    assertAddsUp(reply.json());
    return reply.json();
  }

  private static void assertAddsUp(JsonNode answer) {
    for (JsonNode hit : answer.get("tracks")) {
      double sum = 0;
      for (JsonNode part : hit.get("score_parts")) {
        sum += part.asDouble();
      }
      int parts = hit.get("score_parts").size();
      assertThat(sum)
          .as(hit.toString())
          .isCloseTo(hit.get("score").asDouble(), within((parts + 1) * ROUNDING));
    }
  }

  /** The reply to a question in a body, held against the document. */
  Reply post(String body) throws Exception {
    Reply reply = served.post("/api/recommendations", body);
    document.conforms("/api/recommendations", reply);
    return reply;
  }

  static List<String> ids(JsonNode answer) {
    List<String> ids = new ArrayList<>();
    answer.get("tracks").forEach(hit -> ids.add(hit.at("/track/id").asString()));
    return ids;
  }

  /** The tracks of a page and of all that follow. */
  List<String> rest(JsonNode page, String user, String query) throws Exception {
    List<String> ids = new ArrayList<>(ids(page));
    JsonNode last = page;
    while (last.has("next_cursor")) {
      last = answer(user, query + "&cursor=" + last.get("next_cursor").asString());
      ids.addAll(ids(last));
    }
    return ids;
  }

  /** All tracks on all pages. */
  List<String> all(String user, String query) throws Exception {
    return rest(answer(user, query), user, query);
  }

  static Set<String> kinds(JsonNode answer) {
    return new HashSet<>(answer.get("tracks").findValuesAsString("kind"));
  }

  /** The ids of a track and all other versions of its recording. */
  Set<String> versions(Track track) throws Exception {
    Set<String> ids = new HashSet<>();
    try (Snapshot snapshot = served.engine().snapshot()) {
      int ordinal = snapshot.index().ordinals(track.id()).getFirst();
      for (int version : snapshot.index().versions(ordinal)) {
        ids.add(snapshot.index().track(version).id());
      }
    }
    return ids;
  }

  /** A track of a recording with others that it does not stand for. */
  Track lesserVersion() throws Exception {
    try (Snapshot snapshot = served.engine().snapshot()) {
      for (int ordinal = 0; ordinal < snapshot.index().size(); ordinal++) {
        if (snapshot.index().versions(ordinal).getFirst() != ordinal) {
          return snapshot.index().track(ordinal);
        }
      }
    }
    throw new AssertionError("no recording has several versions");
  }
}
