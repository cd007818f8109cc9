package dev.segue.http;

import dev.segue.engine.Engine;
import dev.segue.engine.Manifest;
import dev.segue.engine.Snapshot;
import dev.segue.http.api.Json;
import dev.segue.http.api.Parameters;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.util.regex.Pattern;

/**
 * Answers questions from one snapshot each, as JSON. An answer can only change with the generation,
 * so that the generation is its entity tag.
 */
final class Answers {
  private static final Pattern COMMAS = Pattern.compile("\\s*,\\s*");

  private final Engine engine;

  Answers(Engine engine) {
    this.engine = engine;
  }

  /** A question that its parameters say whole. */
  interface Question {
    Object answer(Snapshot snapshot, Parameters parameters) throws IOException;
  }

  /** A question that the path has a part in. */
  interface PathQuestion {
    Object answer(Snapshot snapshot, Parameters parameters, Context ctx) throws IOException;
  }

  Handler of(Question question) {
    return of((snapshot, parameters, ctx) -> question.answer(snapshot, parameters));
  }

  Handler of(PathQuestion question) {
    return ctx -> {
      try (Snapshot snapshot = engine.snapshot()) {
        String tag = entityTag(snapshot.manifest());
        Object answer = question.answer(snapshot, new Parameters(ctx.queryParamMap()), ctx);
        ctx.header("ETag", tag).header("Cache-Control", "no-cache");
        if (matches(ctx.header("If-None-Match"), tag)) {
          ctx.status(HttpStatus.NOT_MODIFIED);
        } else {
          ctx.contentType("application/json").result(Json.bytes(answer));
        }
      }
    };
  }

  /** Weak, since the same answer may be compressed or not. */
  private static String entityTag(Manifest manifest) {
    return "W/\"%d-%s\""
        .formatted(manifest.generation(), Long.toString(manifest.builtAt().toEpochMilli(), 36));
  }

  private static boolean matches(String ifNoneMatch, String tag) {
    return ifNoneMatch != null
        && COMMAS
            .splitAsStream(ifNoneMatch.strip())
            .anyMatch(candidate -> candidate.equals(tag) || candidate.equals("*"));
  }
}
