package dev.segue.http;

import dev.segue.engine.Engine;
import dev.segue.engine.Manifest;
import dev.segue.engine.Snapshot;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.router.Endpoint;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.function.ToDoubleFunction;
import java.util.stream.LongStream;

/** What Prometheus reads at {@code /metrics}: requests, the index, the JVM. */
final class Metrics {
  private static final Duration[] BUCKETS =
      LongStream.of(1, 2, 5, 10, 25, 50, 100, 250, 500, 1000, 2500)
          .mapToObj(Duration::ofMillis)
          .toArray(Duration[]::new);

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final JvmGcMetrics gc = new JvmGcMetrics();

  Metrics(Engine engine) {
    gauge("segue.index.tracks", "Tracks that the index holds", engine, Manifest::tracks);
    gauge("segue.index.generation", "The generation that answers", engine, Manifest::generation);
    new JvmMemoryMetrics().bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
    gc.bindTo(registry);
  }

  /** Counts a reply. */
  void record(Context ctx, float millis) {
    Timer.builder("http.server.requests")
        .description("Requests by route and status, and how long they took")
        .tag("method", method(ctx))
        .tag("route", route(ctx))
        .tag("status", Integer.toString(ctx.statusCode()))
        .serviceLevelObjectives(BUCKETS)
        .register(registry)
        .record(Duration.ofNanos((long) (millis * 1e6)));
  }

  /**
   * Counts events of listeners.
   *
   * @param outcome what became of them, one for each
   */
  void events(String outcome, int events) {
    Counter.builder("segue.events")
        .description("Events of listeners by what became of them")
        .tag("outcome", outcome)
        .register(registry)
        .increment(events);
  }

  /** Counts those of them whose track the catalogue does not have. */
  void pendingEvents(int events) {
    Counter.builder("segue.events.pending")
        .description("Events of listeners with a track that the catalogue does not have")
        .register(registry)
        .increment(events);
  }

  void write(Context ctx) {
    ctx.header("Cache-Control", "no-store")
        .contentType("text/plain; version=0.0.4; charset=utf-8")
        .result(registry.scrape());
  }

  void close() {
    gc.close();
    registry.close();
  }

  /** Anybody can make up methods, and each would be a time series. */
  private static String method(Context ctx) {
    return HandlerType.commonHttp().contains(ctx.method()) ? ctx.method().name() : "other";
  }

  /** The route as it is declared: ids in it would be as many time series. */
  private static String route(Context ctx) {
    Endpoint endpoint = ctx.endpoints().matchedHttpEndpoint();
    if (endpoint != null) {
      return endpoint.path;
    }
    return ctx.statusCode() < 400 ? "static" : "none";
  }

  private void gauge(
      String name, String description, Engine engine, ToDoubleFunction<Manifest> value) {
    Gauge.builder(
            name,
            () -> {
              try (Snapshot snapshot = engine.snapshot()) {
                return value.applyAsDouble(snapshot.manifest());
              }
            })
        .description(description)
        .register(registry);
  }
}
