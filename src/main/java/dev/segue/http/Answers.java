package dev.segue.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.segue.engine.Engine;
import dev.segue.engine.Snapshot;
import dev.segue.engine.Version;
import dev.segue.http.api.Json;
import dev.segue.http.api.Parameters;
import dev.segue.http.api.SavedPlaylist;
import dev.segue.http.api.WishesQuestion;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.ContentTooLargeResponse;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.io.IOException;
import java.net.URLEncoder;
import java.util.List;
import java.util.function.BiConsumer;

/** Answers questions from one snapshot each, as JSON. */
final class Answers {
  /** The largest body of most questions, in bytes. */
  static final int MOST_BYTES = 256 * 1024;

  private final Engine engine;
  private final String version = Version.current();

  Answers(Engine engine) {
    this.engine = engine;
  }

  /** A question that its parameters say whole. */
  interface Question {
    Object answer(Snapshot snapshot, Parameters parameters) throws IOException;
  }

  /** A question about the track that the path names. */
  interface TrackQuestion {
    Object answer(Snapshot snapshot, String id, Parameters parameters) throws IOException;
  }

  Handler of(Question question) {
    return ctx -> answer(ctx, question);
  }

  Handler ofTrack(TrackQuestion question) {
    return ctx ->
        answer(
            ctx,
            (snapshot, parameters) -> question.answer(snapshot, ctx.pathParam("id"), parameters));
  }

  /** A question for what somebody means, which its body says. */
  interface MixedQuestion<T> {
    T answer(Snapshot snapshot, WishesQuestion question) throws IOException;
  }

  Handler ofWishes(MixedQuestion<?> question) {
    return ofBody(question, (ctx, answer) -> ctx.contentType(Json.TYPE).result(Json.bytes(answer)));
  }

  /** A playlist, as a file where it was asked for as one. */
  Handler ofPlaylist(MixedQuestion<SavedPlaylist> question) {
    return ofBody(
        question,
        (ctx, playlist) -> {
          ctx.contentType(playlist.mediaType()).result(playlist.bytes());
          String name = URLEncoder.encode(playlist.fileName(), UTF_8).replace("+", "%20");
          String type = playlist.format().isPresent() ? "attachment" : "inline"; // RFC 6266
          ctx.header("Content-Disposition", type + "; filename*=UTF-8''" + name);
        });
  }

  private <T> Handler ofBody(MixedQuestion<T> question, BiConsumer<Context, T> reply) {
    return ctx -> {
      new Parameters(QueryString.parse(ctx.queryString())).only(List.of());
      WishesQuestion asked = WishesQuestion.read(body(ctx, MOST_BYTES));
      try (Snapshot snapshot = engine.snapshot()) {
        T answer = question.answer(snapshot, asked);
        ctx.header("Cache-Control", "no-store");
        reply.accept(ctx, answer);
      }
    };
  }

  /**
   * The body of a request. One whose length was not told beforehand is found too large, or broken,
   * on reading.
   *
   * @param mostBytes a multiple of 1,024
   */
  static byte[] body(Context ctx, int mostBytes) {
    try {
      if (ctx.req().getContentLengthLong() <= mostBytes) {
        byte[] body = ctx.bodyInputStream().readNBytes(mostBytes + 1);
        if (body.length <= mostBytes) {
          return body;
        }
      }
    } catch (IOException e) {
      throw new BadRequestResponse();
    }
    throw new ContentTooLargeResponse("A body may have %d KiB here.".formatted(mostBytes / 1024));
  }

  private void answer(Context ctx, Question question) throws IOException {
    try (Snapshot snapshot = engine.snapshot()) {
      Object answer =
          question.answer(snapshot, new Parameters(QueryString.parse(ctx.queryString())));
      ctx.header("Cache-Control", "no-cache");
      EntityTag.of(snapshot, version).reply(ctx, Json.TYPE, Json.bytes(answer));
    }
  }
}
