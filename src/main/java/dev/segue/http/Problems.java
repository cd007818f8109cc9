package dev.segue.http;

import dev.segue.http.api.Json;
import dev.segue.http.api.Problem;
import dev.segue.query.RequestException;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;

/** Whatever goes wrong becomes {@code application/problem+json}. */
final class Problems {
  private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

  private Problems() {}

  static void addTo(RoutesConfig routes) {
    routes.exception(RequestException.class, (e, ctx) -> write(ctx, Problem.of(e)));
    routes.exception(HttpResponseException.class, Problems::refused);
    routes.exception(
        JacksonException.class,
        (e, ctx) ->
            write(
                ctx, Problem.of(400, "malformed_json", "Malformed JSON", e.getOriginalMessage())));
    routes.exception(
        Exception.class,
        (e, ctx) -> {
          LOG.error("{} {} failed", ctx.method(), ctx.path(), e);
          write(
              ctx,
              Problem.of(
                  500,
                  "internal_error",
                  "Internal error",
                  "This is our mistake. The log says more under the id in X-Request-Id."));
        });
  }

  private static void refused(HttpResponseException e, Context ctx) {
    String methods = e.getDetails().get("availableMethods");
    if (methods != null) {
      ctx.header("Allow", methods);
    }
    write(
        ctx,
        switch (e.getStatus()) {
          case 404 ->
              Problem.of(
                  404, "not_found", "Not found", "There is nothing at %s.".formatted(ctx.path()));
          case 405 ->
              Problem.of(
                  405,
                  "method_not_allowed",
                  "Method not allowed",
                  "%s does not take %s.".formatted(ctx.path(), ctx.method()));
          case 413 ->
              Problem.of(
                  413, "body_too_large", "Body too large", "A body may have 256 KiB at most.");
          default ->
              Problem.of(
                  e.getStatus(),
                  "http_" + e.getStatus(),
                  e.getMessage(),
                  e.getMessage().toLowerCase(Locale.ROOT));
        });
  }

  private static void write(Context ctx, Problem problem) {
    ctx.status(problem.status())
        .contentType("application/problem+json")
        .result(Json.bytes(problem));
  }
}
