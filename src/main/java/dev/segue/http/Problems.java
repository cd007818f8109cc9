package dev.segue.http;

import dev.segue.http.api.Json;
import dev.segue.http.api.Problem;
import dev.segue.http.spotify.OAuthError;
import dev.segue.http.spotify.OAuthException;
import dev.segue.listening.log.EventConflictException;
import dev.segue.listening.log.EventLogException;
import dev.segue.query.RequestException;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whatever goes wrong is told as the face words it that was asked: {@link ProblemForm}. */
final class Problems {
  private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
  private static final String NO_STORE = "no-store";

  /** When a database that is away is asked for again. */
  private static final String RETRY_SECONDS = "5";

  private Problems() {}

  static void addTo(JavalinConfig config) {
    config.routes.exception(RequestException.class, (e, ctx) -> write(ctx, Problem.of(e)));
    config.routes.exception(
        OAuthException.class, (e, ctx) -> write(ctx, 400, Json.TYPE, OAuthError.of(e)));
    config.routes.exception(
        EventConflictException.class,
        (e, ctx) -> write(ctx, Problem.of(409, "event_conflict", "Another event", e.getMessage())));
    config.routes.exception(
        ListeningAnswers.NotListeningException.class,
        (e, ctx) ->
            write(
                ctx,
                Problem.of(
                    404,
                    "not_listening",
                    "Not listening",
                    "This server was started with --listening none; it keeps no events.")));
    config.routes.exception(
        EventLogException.class,
        (e, ctx) -> {
          ctx.header("Retry-After", RETRY_SECONDS);
          write(
              ctx,
              Problem.of(503, "listening_unavailable", "Listening unavailable", e.getMessage()));
        });
    config.routes.exception(HttpResponseException.class, Problems::refused);
    config.routes.exception(
        Exception.class,
        (e, ctx) -> {
          LOG.error("{} {} failed", ctx.method(), RequestLog.path(ctx.path()), e);
          write(ctx, Refusal.INTERNAL_ERROR.problem());
        });
    config.jetty.modifyServer(server -> server.setErrorHandler(new BelowJavalin()));
    config.jetty.modifyServletContextHandler(
        context -> context.setErrorHandler(new BelowJavalin()));
  }

  private static void refused(HttpResponseException e, Context ctx) {
    String methods = e.getDetails().get("availableMethods");
    if (methods != null) {
      ctx.header("Allow", methods);
    }
    Refusal refusal = Refusal.of(e.getStatus());
    write(
        ctx,
        switch (refusal) {
          case NOT_FOUND -> refusal.problem("There is nothing at %s.".formatted(ctx.path()));
          case METHOD_NOT_ALLOWED ->
              refusal.problem("%s does not take %s.".formatted(ctx.path(), ctx.method()));
          case BODY_TOO_LARGE -> refusal.problem(e.getMessage());
          default -> refusal.problem();
        });
  }

  private static void write(Context ctx, Problem problem) {
    ProblemForm form = ProblemForm.at(ctx.path());
    write(ctx, problem.status(), form.type(), form.of(problem));
  }

  private static void write(Context ctx, int status, String type, Object problem) {
    ctx.status(status)
        .header("Cache-Control", NO_STORE)
        .contentType(type)
        .result(Json.bytes(problem));
  }

  /** Requests that Jetty refuses do not get as far as any handler of ours. */
  private static final class BelowJavalin extends ErrorHandler {
    @Override
    public boolean handle(Request request, Response response, Callback callback) {
      Problem problem = Refusal.of(response.getStatus()).problem();
      if (problem.status() == 500) {
        Object cause = request.getAttribute(ERROR_EXCEPTION);
        String path = RequestLog.path(request.getHttpURI().getPath());
        LOG.error("{} {} failed: {}", request.getMethod(), path, cause);
      }
      response.setStatus(problem.status());
      HttpFields.Mutable headers = response.getHeaders();
      Headers.forEach(headers::put);
      headers.put(RequestLog.HEADER, RequestLog.id(request.getHeaders().get(RequestLog.HEADER)));
      headers.put(HttpHeader.CACHE_CONTROL, NO_STORE);
      ProblemForm form = ProblemForm.at(request.getHttpURI().getPath());
      headers.put(HttpHeader.CONTENT_TYPE, form.type());
      response.write(true, ByteBuffer.wrap(Json.bytes(form.of(problem))), callback);
      return true;
    }
  }
}
