package dev.segue.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.segue.engine.Engine;
import dev.segue.engine.Snapshot;
import dev.segue.engine.Version;
import dev.segue.http.api.Json;
import dev.segue.http.api.Parameters;
import dev.segue.http.spotify.Links;
import dev.segue.http.spotify.SpotifyError;
import dev.segue.http.spotify.SpotifyQuestion;
import dev.segue.http.spotify.Tokens;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Pattern;

/** Answers questions of Spotify's API from one snapshot each, to those who may ask. */
final class SpotifyAnswers {
  private static final Pattern SCHEME = Pattern.compile("https?");
  private static final Pattern HOST = Pattern.compile("[A-Za-z0-9.-]+(:[0-9]{1,5})?");

  private final Engine engine;
  private final Tokens tokens;
  private final String version = Version.current();

  SpotifyAnswers(Engine engine, Tokens tokens) {
    this.engine = engine;
    this.tokens = tokens;
  }

  /** A question of that API. */
  interface Question {
    Object answer(SpotifyQuestion question) throws IOException;
  }

  /** What the path names, if anything, is its {@code id}. */
  Handler of(Question question) {
    return ctx -> {
      try (Snapshot snapshot = engine.snapshot()) {
        Object answer =
            question.answer(
                new SpotifyQuestion(
                    snapshot,
                    new Parameters(QueryString.parse(ctx.queryString())),
                    ctx.pathParamMap().getOrDefault("id", ""),
                    new Links(origin(ctx))));
        ctx.header("Cache-Control", "private, no-cache");
        EntityTag.of(snapshot, version).reply(ctx, Json.TYPE, Json.bytes(answer));
      }
    };
  }

  /** This server as the asker names it, or as a proxy in front says that he does. */
  private static String origin(Context ctx) {
    String scheme = ctx.header("X-Forwarded-Proto");
    String host = ctx.header("X-Forwarded-Host");
    String own = ctx.host() == null ? "localhost:" + ctx.port() : ctx.host();
    return "%s://%s"
        .formatted(
            scheme != null && SCHEME.matcher(scheme).matches() ? scheme : ctx.scheme(),
            host != null && HOST.matcher(host).matches() ? host : own);
  }

  /** Scripts of other sites ask beforehand whether they may, and cannot show a token then. */
  void check(Context ctx) {
    if (!ctx.method().equals(HandlerType.OPTIONS)) {
      tokens
          .refuse(Optional.ofNullable(ctx.header("Authorization")))
          .ifPresent(
              reason ->
                  ctx.status(HttpStatus.UNAUTHORIZED)
                      .header("WWW-Authenticate", "Bearer realm=\"segue\"")
                      .header("Cache-Control", "no-store")
                      .contentType(Json.TYPE)
                      .result(Json.bytes(SpotifyError.of(401, reason)))
                      .skipRemainingHandlers());
    }
  }

  void grant(Context ctx) {
    String form = new String(Answers.body(ctx, Answers.MOST_BYTES), UTF_8);
    Tokens.Token token =
        tokens.grant(Optional.ofNullable(ctx.header("Authorization")), QueryString.parse(form));
    ctx.header("Cache-Control", "no-store").contentType(Json.TYPE).result(Json.bytes(token));
  }
}
