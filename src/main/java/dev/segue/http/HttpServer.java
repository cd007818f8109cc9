package dev.segue.http;

import dev.segue.engine.Engine;
import dev.segue.engine.Listening;
import dev.segue.engine.Manifest;
import dev.segue.experiment.Experiments;
import dev.segue.http.api.Api;
import dev.segue.http.api.Json;
import dev.segue.http.api.RecommendationApi;
import dev.segue.http.spotify.SpotifyApi;
import dev.segue.http.spotify.Tokens;
import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/** The web page and the API, over one engine. */
public final class HttpServer implements AutoCloseable {
  private static final long STOP_MILLIS = 10_000;

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
   * @param clientKeys the secrets of those who may ask Spotify's API by their ids; none lets
   *     everybody ask
   * @param listening where events of listeners are kept; none are taken where it is empty
   * @param experiments who is recommended what by another variant
   */
  public record Options(
      String host,
      int port,
      Path web,
      Optional<String> corsOrigin,
      Map<String, String> clientKeys,
      Optional<Listening> listening,
      Experiments experiments) {
    /** Copies. */
    public Options {
      clientKeys = Map.copyOf(clientKeys);
    }

    /** For everybody, and no scripts of other sites; listens to nobody. */
    public static Options open(String host, int port, Path web) {
      return new Options(
          host, port, web, Optional.empty(), Map.of(), Optional.empty(), Experiments.NONE);
    }

    /** Says who may ask, but not their secrets. */
    @Override
    public String toString() {
      return "%s:%d, %s, %s, %s".formatted(host, port, web, corsOrigin, clientKeys.keySet());
    }
  }

  private record Healthy(String status) {}

  private record Ready(String status, long generation, int tracks) {}

  private HttpServer(Engine engine, Options options) throws IOException {
    this.engine = engine;
    StaticFiles files = new StaticFiles(options.web());
    metrics = new Metrics(engine);
    javalin =
        Javalin.create(
            config -> {
              config.startup.showJavalinBanner = false;
              config.startup.showOldJavalinVersionWarning = false;
              config.http.prefer405over404 = true;
              config.http.compressionStrategy = CompressionStrategy.GZIP;
              listen(config, options);
              new RequestLog(metrics).addTo(config);
              new Headers(options.corsOrigin()).addTo(config.routes);
              routes(config.routes, files, options);
              config.resourceHandler(files);
              Problems.addTo(config);
            });
  }

  /**
   * Starts to listen.
   *
   * @throws IOException saying how to mend it when the folder has no page, or the port is taken
   */
  public static HttpServer start(Engine engine, Options options) throws IOException {
    HttpServer server = new HttpServer(engine, options);
    try {
      server.javalin.start();
      return server;
    } catch (UncheckedIOException e) {
      server.metrics.close();
      throw e.getCause();
    }
  }

  private void routes(RoutesConfig routes, StaticFiles files, Options options) {
    Answers answers = new Answers(engine);
    ListeningAnswers listening =
        new ListeningAnswers(
            engine, options.listening(), options.experiments(), metrics, Clock.systemUTC());
    get(routes, "/api/search", answers.of(Api::search));
    get(routes, "/api/suggest", answers.of(Api::suggest));
    get(routes, "/api/tracks/{id}", answers.ofTrack(Api::track));
    get(routes, "/api/tracks/{id}/similar", answers.ofTrack(Api::similar));
    get(routes, "/api/similar", answers.of(Api::similarToText));
    routes.post(
        "/api/recommendations",
        answers.ofWishes(
            (snapshot, question) ->
                RecommendationApi.recommendations(snapshot, question, listening)));
    routes.post("/api/playlists", answers.ofPlaylist(RecommendationApi::playlist));
    get(routes, "/api/path", answers.of(RecommendationApi::path));
    get(routes, "/api/stats", answers.of(Api::stats));

    routes.post("/api/events", listening.take());
    get(routes, "/api/users/{id}/events", listening.tell());
    routes.delete("/api/users/{id}/events/{event_id}", listening.takeBack());
    get(routes, "/api/users/{id}/recommendations", listening.recommend());
    routes.delete("/api/users/{id}", listening.forget());

    Tokens tokens = new Tokens(options.clientKeys(), Clock.systemUTC());
    SpotifyAnswers spotify = new SpotifyAnswers(engine, tokens);
    routes.post(ProblemForm.TOKEN, spotify::grant);
    routes.before("/v1/*", spotify::check);
    get(routes, "/v1/recommendations", spotify.of(SpotifyApi::recommendations));
    get(routes, "/v1/recommendations/available-genre-seeds", spotify.of(SpotifyApi::genreSeeds));
    get(routes, "/v1/audio-features", spotify.of(SpotifyApi::severalAudioFeatures));
    get(routes, "/v1/audio-features/{id}", spotify.of(SpotifyApi::audioFeatures));
    get(routes, "/v1/audio-analysis/{id}", spotify.of(SpotifyApi::audioAnalysis));
    get(routes, "/v1/search", spotify.of(SpotifyApi::search));
    get(routes, "/v1/tracks", spotify.of(SpotifyApi::tracks));
    get(routes, "/v1/tracks/{id}", spotify.of(SpotifyApi::track));
    get(routes, "/v1/artists", spotify.of(SpotifyApi::artists));
    get(routes, "/v1/artists/{id}", spotify.of(SpotifyApi::artist));
    get(routes, "/v1/artists/{id}/top-tracks", spotify.of(SpotifyApi::topTracks));
    get(routes, "/v1/artists/{id}/related-artists", spotify.of(SpotifyApi::relatedArtists));
    get(routes, "/v1/artists/{id}/albums", spotify.of(SpotifyApi::artistAlbums));
    get(routes, "/v1/albums", spotify.of(SpotifyApi::albums));
    get(routes, "/v1/albums/{id}", spotify.of(SpotifyApi::album));
    get(routes, "/v1/albums/{id}/tracks", spotify.of(SpotifyApi::albumTracks));

    get(routes, "/healthz", ctx -> now(ctx, new Healthy("up")));
    get(routes, "/readyz", this::ready);
    get(routes, "/metrics", metrics::write);
    get(routes, "/openapi.yaml", files::openApi);
    get(routes, "/docs", files::docs);
  }

  /** HEAD is answered just as GET is; Jetty leaves the body away. */
  private static void get(RoutesConfig routes, String path, Handler handler) {
    routes.get(path, handler);
    routes.head(path, handler);
  }

  /** The port it listens on. */
  public int port() {
    return javalin.port();
  }

  /** Every route, such as {@code GET /api/search}; for whoever documents them. */
  List<String> routes() {
    return javalin.unsafe.internalRouter.allHttpHandlers().stream()
        .map(handler -> handler.endpoint)
        .filter(
            endpoint -> endpoint.method.isHttpMethod() && !endpoint.method.equals(HandlerType.HEAD))
        .map(endpoint -> endpoint.method.name() + " " + endpoint.path)
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
      Manifest manifest = snapshot.manifest();
      now(ctx, new Ready("ready", manifest.generation(), manifest.tracks()));
    }
  }

  /** Says what holds at this moment only. */
  private static void now(Context ctx, Object answer) {
    ctx.header("Cache-Control", "no-store").contentType(Json.TYPE).result(Json.bytes(answer));
  }

  private static void listen(JavalinConfig config, Options options) {
    config.jetty.modifyServer(server -> server.setStopTimeout(STOP_MILLIS));
    config.jetty.addConnector((server, http) -> connector(server, http, options));
  }

  /** Opened before the server starts, or else Jetty would log a failure before we can word it. */
  private static Connector connector(Server server, HttpConfiguration http, Options options) {
    ServerConnector connector = new ServerConnector(server, new HttpConnectionFactory(http));
    connector.setHost(options.host());
    connector.setPort(options.port());
    try {
      connector.open();
      return connector;
    } catch (IOException | UnresolvedAddressException e) {
      throw new UncheckedIOException(cannotListen(options, e));
    }
  }

  private static IOException cannotListen(Options options, Exception e) {
    Throwable reason = e.getCause() == null ? e : e.getCause();
    String message = String.valueOf(reason.getMessage());
    String listening = "Port %d on %s".formatted(options.port(), options.host());
    if (message.contains("in use")) {
      return new IOException(listening + " is in use; choose another with --port.", e);
    }
    if (message.contains("Permission denied")) {
      return new IOException(
          listening + " is not for everybody; choose one from 1024 on with --port.", e);
    }
    if (reason instanceof UnresolvedAddressException || reason instanceof BindException) {
      return new IOException(
          "This machine has no address %s; choose another with --host.".formatted(options.host()),
          e);
    }
    return new IOException("Cannot listen on %s: %s".formatted(listening, message), e);
  }
}
