package dev.segue.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.engine.Listening;
import dev.segue.engine.Listening.UnknownTracks;
import dev.segue.experiment.Experiments;
import dev.segue.http.Served.Reply;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Events over HTTP. */
class ListeningHttpTest extends ServedTest {
  private static final String KNOWN = Served.catalogue().getFirst().id();

  private final OpenApi document;

  ListeningHttpTest() throws Exception {
    document = new OpenApi();
  }

  private static String event(String eventId, String user, String track, String more) {
    return "{\"event_id\":\"%s\",\"user_id\":\"%s\",\"track_id\":\"%s\",\"type\":\"play\"%s}"
        .formatted(eventId, user, track, more);
  }

  private Reply send(String body) throws Exception {
    Reply reply = served.post("/api/events", body);
    document.conforms("/api/events", reply);
    return reply;
  }

  private static void assertKept(Reply reply, int accepted, int repeated, int pending) {
    assertThat(reply.status()).as(reply.text()).isEqualTo(202);
    assertThat(reply.json().get("accepted").asInt()).isEqualTo(accepted);
    assertThat(reply.json().get("repeated").asInt()).isEqualTo(repeated);
    assertThat(reply.json().get("pending").asInt()).isEqualTo(pending);
  }

  private JsonNode events(String user) throws Exception {
    Reply reply = served.get("/api/users/" + Served.encode(user) + "/events");
    document.conforms("/api/users/{id}/events", reply);
    assertThat(reply.header("Cache-Control")).isEqualTo("no-store");
    return reply.json().get("events");
  }

  @Test
  void whatIsSentIsToldAndForgotten() throws Exception {
    String told =
        event(
            "one",
            "Zoë / 1",
            KNOWN,
            ",\"at\":\"2026-01-02T03:04:05.678+01:00\",\"played_ms\":1000,"
                + "\"context\":{\"mood\":\"calm\",\"volume\":0.5,\"shuffle\":true}");
    assertKept(send(told), 1, 0, 0);
    assertKept(send(told), 0, 1, 0);
    String now = event("three", "now", KNOWN, "");
    assertKept(send(now), 1, 0, 0);
    assertKept(send(now), 0, 1, 0); // though it is later
    assertKept(send("[%s,%s]".formatted(told, event("two", "Zoë / 1", "later", ""))), 1, 1, 1);
    JsonNode events = events("Zoë / 1");
    assertThat(events).hasSize(2);
    assertThat(events.get(0).toString())
        .isEqualTo(
            "{\"event_id\":\"one\",\"track_id\":\"%s\",\"type\":\"play\",".formatted(KNOWN)
                + "\"at\":\"2026-01-02T02:04:05.678Z\",\"played_ms\":1000,"
                + "\"context\":{\"mood\":\"calm\",\"shuffle\":\"true\",\"volume\":\"0.5\"}}");
    assertThat(Instant.parse(events.get(1).get("at").asString()))
        .as("no time is now")
        .isBetween(Instant.now().minus(1, ChronoUnit.MINUTES), Instant.now());
    Reply forgotten = served.ask("DELETE", "/api/users/" + Served.encode("Zoë / 1"));
    document.conforms("/api/users/{id}", forgotten);
    assertThat(forgotten.json().get("deleted").asInt()).isEqualTo(2);
    assertThat(events("Zoë / 1")).isEmpty();
    assertThat(served.get("/metrics").text())
        .contains("segue_events_total{outcome=\"accepted\"}", "segue_events_pending_total");
  }

  @Test
  void anEventIsTakenBack() throws Exception {
    assertKept(send(event("by / slip", "Ida", KNOWN, "")), 1, 0, 0);
    assertKept(send(event("meant", "Ida", KNOWN, "")), 1, 0, 0);
    assertThat(takenBack("somebody else", "by / slip")).isZero();
    assertThat(takenBack("Ida", "by / slip")).isEqualTo(1);
    assertThat(takenBack("Ida", "by / slip")).isZero();
    assertThat(events("Ida")).hasSize(1);
    Reply blank = served.ask("DELETE", "/api/users/Ida/events/%20");
    assertThat(blank.status()).isEqualTo(400);
    assertThat(blank.json().get("parameter").asString()).isEqualTo("event_id");
  }

  private int takenBack(String user, String event) throws Exception {
    Reply reply =
        served.ask(
            "DELETE",
            "/api/users/%s/events/%s".formatted(Served.encode(user), Served.encode(event)));
    document.conforms("/api/users/{id}/events/{event_id}", reply);
    return reply.json().get("deleted").asInt();
  }

  @Test
  void aThousandAtOnceAndWithoutIds() throws Exception {
    List<String> events = new ArrayList<>();
    for (int i = 0; i < 1000; i++) {
      events.add("{\"user_id\":\"many\",\"track_id\":\"%s\",\"type\":\"like\"}".formatted(KNOWN));
    }
    assertKept(send(events.toString()), 1000, 0, 0);
    assertThat(events("many")).hasSize(1000);
    events.add(events.getFirst());
    assertRefused(400, "events", "events is 1001, allowed is 1 to 1000.", events.toString());
    assertThat(events("many")).hasSize(1000);
  }

  /** Each with two long ids, a time and a context, with spaces as many programs put them. */
  @Test
  void aThousandOfOrdinarySizeFit() throws Exception {
    List<String> events = new ArrayList<>();
    for (int i = 0; i < 1000; i++) {
      events.add(
          event(
                  UUID.randomUUID().toString(),
                  "0b5f5b9e-0f43-4ac9-8ba6-55c5c0f43d8a",
                  KNOWN,
                  ",\"at\":\"2026-11-23T18:30:00.123456+01:00\",\"played_ms\":210000,"
                      + "\"context\":{\"time_of_day\":\"evening\",\"device\":\"phone\"}")
              .replace(":\"", ": \"")
              .replace(",\"", ", \""));
    }
    assertThat(events.toString().length()).isGreaterThan(256 * 1024);
    assertKept(send(events.toString()), 1000, 0, 0);
  }

  @Test
  void whatIsWrongIsNamedAndNothingIsKept() throws Exception {
    String good = event("good", "wrong", KNOWN, "");
    assertRefused(400, "body", "The body is no JSON: see line 1, column 2.", "{");
    assertRefused(400, "body", "The body must be a JSON object", "1");
    assertRefused(400, "events", "events is 0, allowed is 1 to 1000.", "[]");
    assertRefused(400, "events", "events[0]: An event must be a JSON object.", "[1]");
    assertRefused(400, "user_id", "user_id is missing.", "{\"track_id\":\"t\",\"type\":\"play\"}");
    assertRefused(
        400,
        "type",
        "events[1]: type is 'hum', allowed are play, skip, like, dislike, save.",
        "[%s,{\"user_id\":\"u\",\"track_id\":\"t\",\"type\":\"hum\"}]".formatted(good));
    assertRefused(
        400, "track_id", "track_id is 7, must be a text.", good.replace("\"" + KNOWN + "\"", "7"));
    assertRefused(
        400,
        "mood",
        "An event has no 'mood'; it has event_id",
        event("e", "u", "t", ",\"mood\":1"));
    assertRefused(
        400,
        "at",
        "at is 'noon', must be a time with its offset",
        event("e", "u", "t", ",\"at\":\"noon\""));
    assertRefused(
        400,
        "at",
        "at is 2999-01-01T00:00:00Z, which is in the future",
        event("e", "u", "t", ",\"at\":\"2999-01-01T00:00:00Z\""));
    assertRefused(
        400,
        "played_ms",
        "played_ms is 1.5, must be a whole number.",
        event("e", "u", "t", ",\"played_ms\":1.5"));
    assertRefused(
        400,
        "context",
        "context.a must be a text, a number or a flag.",
        event("e", "u", "t", ",\"context\":{\"a\":[]}"));
    assertRefused(
        400, "user_id", "user_id has 129 characters", event("e", "u".repeat(129), "t", ""));
    assertRefused(
        400,
        "context",
        "context.a must be a text, a number or a flag.",
        event("e", "u", "t", ",\"context\":{\"a\":NaN}"));
    assertRefused(
        400,
        "context",
        "context.a must be a text, a number or a flag.",
        event("e", "u", "t", ",\"context\":{\"a\":1e400}"));
    assertRefused(
        400,
        "body",
        "The body has 'user_id' twice in one object: see line 1, column 25.",
        "{\"user_id\":\"a\",\"user_id\":\"b\"}");
    String limits = "The body is JSON that is too deep, or has too long a name or number: allowed";
    assertRefused(400, "body", limits, "[".repeat(501));
    assertRefused(400, "body", limits, "{\"%s\":1}".formatted("n".repeat(50_001)));
    assertRefused(400, "body", limits, event("e", "u", "t", ",\"played_ms\":" + "1".repeat(1001)));
    assertRefused(
        400,
        "type",
        "type is '%s…', allowed are play".formatted("x".repeat(80)),
        good.replace("play", "x".repeat(200_000)));
    assertThat(events("wrong")).isEmpty();
    assertKept(send(good), 1, 0, 0);
    Reply conflict = send(event("good", "wrong", "another", ""));
    assertThat(conflict.status()).isEqualTo(409);
    assertThat(conflict.json().get("code").asString()).isEqualTo("event_conflict");
    assertThat(served.get("/api/users/" + "u".repeat(129) + "/events").status()).isEqualTo(400);
    assertThat(served.get("/api/users/ann/events?x=1").status()).isEqualTo(400);
  }

  private void assertRefused(int status, String parameter, String detail, String body)
      throws Exception {
    Reply reply = send(body);
    assertThat(reply.status()).as(reply.text()).isEqualTo(status);
    assertThat(reply.json().get("parameter").asString()).isEqualTo(parameter);
    assertThat(reply.json().get("detail").asString()).startsWith(detail);
  }

  @Test
  void aDatabaseThatIsAwayStopsNothingElse(@TempDir Path folder) throws Exception {
    Path file = Files.writeString(folder.resolve("no.db"), "no database ".repeat(1000));
    try (Listening listening = listening(file, UnknownTracks.PENDING);
        HttpServer server = serve(listening, folder)) {
      Reply reply = Served.ask(server, "POST", "/api/events", event("e", "u", KNOWN, ""));
      document.conforms("/api/events", reply);
      assertThat(reply.status()).isEqualTo(503);
      assertThat(reply.json().get("code").asString()).isEqualTo("listening_unavailable");
      assertThat(reply.header("Retry-After")).isEqualTo("5");
      assertThat(Served.ask(server, "GET", "/api/search?q=love", "").status()).isEqualTo(200);
      assertThat(Served.ask(server, "GET", "/readyz", "").status()).isEqualTo(200);
    }
  }

  @Test
  void unknownTracksAreRefusedWhereThatIsWanted(@TempDir Path folder) throws Exception {
    try (Listening listening = listening(folder.resolve("own.db"), UnknownTracks.REFUSE);
        HttpServer server = serve(listening, folder)) {
      String both = "[%s,%s]".formatted(event("1", "u", KNOWN, ""), event("2", "u", "later", ""));
      Reply reply = Served.ask(server, "POST", "/api/events", both);
      assertThat(reply.status()).isEqualTo(400);
      assertThat(reply.json().get("detail").asString())
          .isEqualTo("The catalogue has no later; nothing was kept.");
      List<String> many = new ArrayList<>();
      for (int i = 0; i < 1000; i++) {
        many.add(event("e" + i, "u", "t" + i, ""));
      }
      assertThat(Served.ask(server, "POST", "/api/events", many.toString()).text())
          .contains("The catalogue has no t0, t1, t2, t3, t4, t5, t6, t7, t8, t9 and 990 more;");
      assertThat(Served.ask(server, "GET", "/api/users/u/events", "").json().get("events"))
          .isEmpty();
      assertThat(Served.ask(server, "GET", "/metrics", "").text())
          .contains("segue_events_total{outcome=\"refused\"} 1002");
    }
  }

  @Test
  void aServerThatListensToNobodySaysSo(@TempDir Path folder) throws Exception {
    try (HttpServer server =
        HttpServer.start(
            served.engine(), HttpServer.Options.open("127.0.0.1", 0, Served.page(folder)))) {
      Reply reply = Served.ask(server, "GET", "/api/users/u/events", "");
      document.conforms("/api/users/{id}/events", reply);
      assertThat(reply.status()).isEqualTo(404);
      assertThat(reply.json().get("code").asString()).isEqualTo("not_listening");
    }
  }

  private static Listening listening(Path file, UnknownTracks unknownTracks) {
    return Listening.open(file.toString(), unknownTracks, Optional.empty(), Clock.systemUTC());
  }

  private HttpServer serve(Listening listening, Path folder) throws Exception {
    return TestServer.start(
        served.engine(), Served.page(folder), Optional.of(listening), Experiments.NONE);
  }

  @Test
  void usersAreNotLogged() {
    assertThat(RequestLog.path("/api/users/ann")).isEqualTo("/api/users/…");
    assertThat(RequestLog.path("/api/users/ann/events")).isEqualTo("/api/users/…");
    assertThat(RequestLog.path("//api//users//ann")).doesNotContain("ann");
    assertThat(RequestLog.path("/api/tracks/ann")).isEqualTo("/api/tracks/ann");
  }
}
