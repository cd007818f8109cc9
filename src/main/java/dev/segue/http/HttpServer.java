package dev.segue.http;

import dev.segue.engine.Engine;
import dev.segue.http.api.Api;
import dev.segue.http.api.Json;
import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The web page and the API, over one engine. */
public final class HttpServer implements AutoCloseable {
  private static final long STOP_MILLIS = 10_000;
  private static final long MAX_BODY_BYTES = 256 * 1024;

  private final Engine engine;
  private final Metrics metrics;
  private final Javalin javalin;

  /**
   * How to serve.
   *
   * @param host the address to listen on
   * @param port from 0 to 65535; 0 takes any that is free
   * @param web the folder of the page
   * @param corsOrigin the site that scripts of other pages may come from, {@code *} for any; empty
   *     allows none
   */
  public record Options(String host, int port, Path web, Optional<String> corsOrigin) {}

  private HttpServer(Engine engine, Options options) throws IOException {
    this.engine = engine;
    metrics = new Metrics(engine);
    StaticFiles files = StaticFiles.of(options.web());
    Headers headers = new Headers(files.importMapHash(), options.corsOrigin());
    javalin =
        Javalin.create(
            config -> {
              config.startup.showJavalinBanner = false;
              config.startup.showOldJavalinVersionWarning = false;
              config.http.prefer405over404 = true;
              config.http.maxRequestSize = MAX_BODY_BYTES;
              config.http.compressionStrategy = CompressionStrategy.GZIP;
              config.jetty.modifyServer(server -> server.setStopTimeout(STOP_MILLIS));
              config.jetty.modifyHttpConfiguration(http -> http.setSendServerVersion(false));
              new RequestLog(metrics).addTo(config);
              headers.addTo(config.routes);
              routes(config.routes);
              files.addTo(config);
              Problems.addTo(config.routes);
            });
  }

  /** Starts to listen. */
  public static HttpServer start(Engine engine, Options options) throws IOException {
    HttpServer server = new HttpServer(engine, options);
    server.javalin.start(options.host(), options.port());
    return server;
  }

  private void routes(RoutesConfig routes) {
    Answers answers = new Answers(engine);
    routes.get("/api/search", answers.of(Api::search));
    routes.get(
        "/api/tracks/{id}",
        answers.of((snapshot, parameters, ctx) -> Api.track(snapshot, id(ctx), parameters)));
    routes.get(
        "/api/tracks/{id}/similar",
        answers.of((snapshot, parameters, ctx) -> Api.similar(snapshot, id(ctx), parameters)));
    routes.get("/api/similar", answers.of(Api::similarToText));
    routes.get("/api/stats", answers.of(Api::stats));

    routes.get("/healthz", ctx -> json(ctx, Map.of("status", "up")));
    routes.get("/readyz", this::ready);
    routes.get("/metrics", metrics::write);
    routes.get("/openapi.yaml", StaticFiles::openApi);
    routes.get("/docs", StaticFiles::docs);
  }

  /** The port it listens on. */
  public int port() {
    return javalin.port();
  }

  /** Every route, such as {@code GET /api/search}; for whoever documents them. */
  List<String> routes() {
    return javalin.unsafe.internalRouter.allHttpHandlers().stream()
        .map(handler -> handler.endpoint.method.name() + " " + handler.endpoint.path)
        .toList();
  }

  /** Takes no more requests, and waits for those under way. */
  @Override
  public void close() {
    javalin.stop();
    metrics.close();
  }

  private void ready(Context ctx) {
    try (var snapshot = engine.snapshot()) {
      json(
          ctx,
          Map.of(
              "status", "ready",
              "generation", snapshot.manifest().generation(),
              "tracks", snapshot.manifest().tracks()));
    }
  }

  private static String id(Context ctx) {
    return ctx.pathParam("id");
  }

  private static void json(Context ctx, Object answer) {
    ctx.contentType("application/json").result(Json.bytes(answer));
  }
}
