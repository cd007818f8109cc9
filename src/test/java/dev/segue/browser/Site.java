package dev.segue.browser;

import dev.segue.catalog.CatalogWriter;
import dev.segue.catalog.Progress;
import dev.segue.catalog.ReadOptions;
import dev.segue.catalog.Track;
import dev.segue.catalog.synthetic.SyntheticCatalog;
import dev.segue.engine.Engine;
import dev.segue.engine.Listening;
import dev.segue.engine.RandomPlays;
import dev.segue.engine.Rebuild;
import dev.segue.engine.TasteTraining;
import dev.segue.experiment.Experiments;
import dev.segue.http.HttpServer;
import dev.segue.http.TestServer;
import dev.segue.listening.log.EventLog;
import dev.segue.listening.model.ModelSettings;
import dev.segue.listening.model.TasteKind;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The real server on a free port that listens, with the page as it lies in web/ and a small index.
 */
final class Site implements AutoCloseable {
  private static final int TRACKS = 900;
  private static final long SEED = 20;
  private static final int LISTENERS = 40;

  private final HttpClient client = HttpClient.newHttpClient();
  private final JsonMapper mapper = JsonMapper.shared();
  private final Path folder;
  private final Engine engine;
  private final Listening listening;
  private final HttpServer server;

  private Site(Path folder, boolean taught) throws IOException {
    this.folder = folder;
    Path catalogue = folder.resolve("catalogue.csv");
    write(catalogue);
    Path index = folder.resolve("index");
    new Rebuild(index, Clock.systemUTC(), Progress.NONE)
        .run(List.of(catalogue.toString()), ReadOptions.DEFAULT, 1);
    Path log = folder.resolve("listening.db");
    if (taught) {
      teach(index, log);
    }
    engine = Engine.open(index);
    listening = TestServer.listening(log);
    server = TestServer.start(engine, Path.of("web"), Optional.of(listening), Experiments.NONE);
  }

  static Site open() throws IOException {
    return new Site(Files.createTempDirectory("segue-page"), false);
  }

  /** One with a model of taste, which knows nearly all songs. */
  static Site openTaught() throws IOException {
    return new Site(Files.createTempDirectory("segue-page"), true);
  }

  private static void teach(Path index, Path place) throws IOException {
    List<Track> tracks = new ArrayList<>(OddSongs.ALL);
    new SyntheticCatalog(TRACKS, SEED).forEach(tracks::add);
    try (EventLog log = EventLog.at(place.toString())) {
      log.put(RandomPlays.of(tracks, LISTENERS, SEED));
      new TasteTraining(index, log, Clock.systemUTC(), Progress.NONE)
          .run(ModelSettings.parse("ials:factors=8,epochs=4", TasteKind.values()), SEED);
    }
  }

  private static void write(Path file) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(file);
        CatalogWriter catalogue = new CatalogWriter(out)) {
      for (Track track : OddSongs.ALL) {
        catalogue.write(track);
      }
      for (Track track : new SyntheticCatalog(TRACKS, SEED)) {
        catalogue.write(track);
      }
    }
  }

  /** Where it is, without a slash at the end. */
  String base() {
    return "http://127.0.0.1:" + server.port();
  }

  /** What the API answers, whatever its status. */
  JsonNode ask(String path) {
    return parse(get(path).body());
  }

  JsonNode parse(String json) {
    return mapper.readTree(json);
  }

  /** What the API answers to a question in JSON. */
  JsonNode post(String path, String question) {
    return parse(
        send(HttpRequest.newBuilder(URI.create(base() + path))
                .POST(HttpRequest.BodyPublishers.ofString(question)))
            .body());
  }

  int statusOf(String path) {
    return get(path).statusCode();
  }

  private HttpResponse<String> get(String path) {
    return send(HttpRequest.newBuilder(URI.create(base() + path)));
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** The song on a row of the start page, from 0. */
  JsonNode song(int row) {
    return ask("/api/search?limit=20").at("/tracks/%d/track".formatted(row));
  }

  static String id(JsonNode song) {
    return song.get("id").asString();
  }

  static String name(JsonNode song) {
    return song.get("name").asString();
  }

  /** The names of ranked tracks, in order. */
  static List<String> names(JsonNode answer) {
    return answer.get("tracks").valueStream().map(hit -> hit.at("/track/name").asString()).toList();
  }

  /** The genres of most songs that no other genre's name contains, so that typing one means it. */
  List<String> genres(int count) {
    List<String> all =
        ask("/api/stats").get("genres").valueStream().map(g -> g.get("name").asString()).toList();
    return all.stream()
        .filter(name -> all.stream().filter(other -> other.contains(name)).count() == 1)
        .limit(count)
        .toList();
  }

  @Override
  public void close() throws IOException {
    server.close();
    listening.close();
    engine.close();
    client.close();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
