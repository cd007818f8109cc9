package dev.segue.http;

import dev.segue.engine.Engine;
import dev.segue.engine.Listening;
import dev.segue.engine.Snapshot;
import dev.segue.experiment.Assignment;
import dev.segue.experiment.Experiments;
import dev.segue.http.api.EventsJson;
import dev.segue.http.api.EventsQuestion;
import dev.segue.http.api.Json;
import dev.segue.http.api.ListenerApi;
import dev.segue.http.api.Listeners;
import dev.segue.http.api.Parameters;
import dev.segue.listening.log.Affinities;
import dev.segue.listening.log.Event;
import dev.segue.listening.log.EventConflictException;
import dev.segue.listening.log.Receipt;
import dev.segue.query.Quoted;
import dev.segue.query.RequestException;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Takes in what people did with tracks, answers by it, and tells and forgets it. */
final class ListeningAnswers implements Listeners {
  /** The largest body of events, in bytes: room for as many as one request may have. */
  private static final int MOST_BYTES = 1024 * 1024;

  private final Engine engine;
  private final Optional<Listening> listening;
  private final Experiments experiments;
  private final Metrics metrics;
  private final InstantSource clock;

  ListeningAnswers(
      Engine engine,
      Optional<Listening> listening,
      Experiments experiments,
      Metrics metrics,
      InstantSource clock) {
    this.engine = engine;
    this.listening = listening;
    this.experiments = experiments;
    this.metrics = metrics;
    this.clock = clock;
  }

  /**
   * What became of events.
   *
   * @param pending how many of all have a track that the catalogue does not
   */
  private record Kept(int accepted, int repeated, int pending) {}

  private record Forgotten(int deleted) {}

  /** The server was started with {@code --listening none}. */
  static final class NotListeningException extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  /** Something that is asked of the log. */
  private interface Question {
    Object of(Listening asked, Context ctx) throws IOException, EventConflictException;
  }

  /** Recommendations to the user whom the path names. */
  Handler recommend() {
    return ctx -> {
      try (Snapshot snapshot = engine.snapshot()) {
        Object answer =
            ListenerApi.ofUser(
                snapshot, this, user(ctx), new Parameters(QueryString.parse(ctx.queryString())));
        ctx.header("Cache-Control", "no-store").contentType(Json.TYPE).result(Json.bytes(answer));
      }
    };
  }

  @Override
  public Affinities affinities(String userId, Optional<Instant> until) throws IOException {
    return listening.orElseThrow(NotListeningException::new).log().affinities(userId, until);
  }

  @Override
  public List<Event> events(String userId) throws IOException {
    return listening.orElseThrow(NotListeningException::new).log().of(userId);
  }

  @Override
  public Optional<Assignment> assignment(String userId) {
    return experiments.of(userId, clock.instant());
  }

  Handler take() {
    return answer(HttpStatus.ACCEPTED, this::take);
  }

  Handler tell() {
    return answer(
        HttpStatus.OK,
        (asked, ctx) -> {
          String user = user(ctx);
          return EventsJson.of(user, asked.log().of(user));
        });
  }

  Handler forget() {
    return answer(HttpStatus.OK, (asked, ctx) -> new Forgotten(asked.log().delete(user(ctx))));
  }

  /** Of the event that the path names. */
  Handler takeBack() {
    return answer(
        HttpStatus.OK,
        (asked, ctx) -> {
          String event = Event.checkId("event_id", ctx.pathParam("event_id"));
          return new Forgotten(asked.log().delete(user(ctx), event));
        });
  }

  private Kept take(Listening asked, Context ctx) throws IOException, EventConflictException {
    Instant now = clock.instant();
    List<Event> events = EventsQuestion.read(Answers.body(ctx, MOST_BYTES), now).events();
    Set<String> unknown = unknown(events);
    if (asked.unknownTracks() == Listening.UnknownTracks.REFUSE && !unknown.isEmpty()) {
      metrics.events("refused", events.size());
      throw RequestException.notInCatalogue(
          "track_id", "The catalogue has no %s; nothing was kept.".formatted(Quoted.list(unknown)));
    }
    Receipt receipt = asked.log().add(events, now);
    int pending = (int) events.stream().filter(event -> unknown.contains(event.trackId())).count();
    metrics.events("accepted", receipt.accepted());
    metrics.events("repeated", receipt.repeated());
    metrics.pendingEvents(pending);
    return new Kept(receipt.accepted(), receipt.repeated(), pending);
  }

  private Set<String> unknown(List<Event> events) throws IOException {
    Set<String> unknown = new LinkedHashSet<>();
    try (Snapshot snapshot = engine.snapshot()) {
      for (Event event : events) {
        if (snapshot.index().ordinals(event.trackId()).isEmpty()) {
          unknown.add(event.trackId());
        }
      }
    }
    return unknown;
  }

  private static String user(Context ctx) {
    return Event.checkId("id", ctx.pathParam("id"));
  }

  private Handler answer(HttpStatus status, Question question) {
    return ctx -> {
      new Parameters(QueryString.parse(ctx.queryString())).only(List.of());
      Listening asked = listening.orElseThrow(NotListeningException::new);
      Object answer = question.of(asked, ctx);
      ctx.status(status).header("Cache-Control", "no-store");
      ctx.contentType(Json.TYPE).result(Json.bytes(answer));
    };
  }
}
