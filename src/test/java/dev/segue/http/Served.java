package dev.segue.http;

import dev.segue.catalog.Track;
import dev.segue.catalog.synthetic.SyntheticCatalog;
import dev.segue.engine.Engine;
import dev.segue.engine.Listening;
import dev.segue.engine.TestIndex;
import dev.segue.experiment.Experiments;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A real server on a free port, over an index of its own, and somebody who asks it. */
final class Served implements AutoCloseable {
  static final JsonMapper JSON = new JsonMapper();

  static final String PAGE =
      """
      <!doctype html>
      <title>Segue</title>
      <script type="importmap">{"imports":{"lit":"/lib/lit/3.3.3/index.js"}}</script>
      <script type="module" src="/app.js"></script>
      """;

  private final Engine engine;
  private final Listening listening;
  private final HttpServer server;
  private final HttpClient client = HttpClient.newHttpClient();

  private Served(Engine engine, Listening listening, HttpServer server) {
    this.engine = engine;
    this.listening = listening;
    this.server = server;
  }

  /** 300 invented tracks, the same every time; some have no year, no popularity or no album. */
  static List<Track> catalogue() {
    List<Track> tracks = new ArrayList<>();
    new SyntheticCatalog(300, 7).forEach(track -> tracks.add(withGaps(track, tracks.size())));
    return tracks;
  }

  private static Track withGaps(Track track, int position) {
    return new Track(
        track.id(),
        track.name(),
        track.artists(),
        position % 10 == 0 ? null : track.album(),
        track.genres(),
        position % 10 == 1 ? null : track.popularity(),
        track.durationMillis(),
        position % 10 == 2 ? null : track.explicit(),
        position % 10 == 3 ? null : track.year(),
        null,
        track.audio());
  }

  /** Serves {@link #catalogue()}. */
  static Served start(Path temp) throws IOException {
    return start(temp, Optional.empty());
  }

  /** Serves {@link #catalogue()} to pages from elsewhere, too. */
  static Served start(Path temp, Optional<String> corsOrigin) throws IOException {
    return start(temp, corsOrigin, Map.of());
  }

  /** Serves {@link #catalogue()}, some of it only to those with a key. */
  static Served start(Path temp, Optional<String> corsOrigin, Map<String, String> clientKeys)
      throws IOException {
    TestIndex index = new TestIndex(temp.resolve("index"));
    index.build(catalogue());
    return start(index.open(), page(temp), corsOrigin, clientKeys);
  }

  /** Serves from an engine, which is closed with the server. */
  static Served start(Engine engine, Path web, Optional<String> corsOrigin) throws IOException {
    return start(engine, web, corsOrigin, Map.of());
  }

  private static Served start(
      Engine engine, Path web, Optional<String> corsOrigin, Map<String, String> clientKeys)
      throws IOException {
    Listening listening = TestServer.listening(web.resolveSibling("listening.db"));
    return new Served(
        engine,
        listening,
        HttpServer.start(
            engine,
            new HttpServer.Options(
                "127.0.0.1",
                0,
                web,
                corsOrigin,
                clientKeys,
                Optional.of(listening),
                Experiments.NONE)));
  }

  /** A folder with a small page. */
  static Path page(Path temp) throws IOException {
    Path web = Files.createDirectories(temp.resolve("web"));
    Files.writeString(web.resolve("index.html"), PAGE);
    Files.writeString(web.resolve("app.js"), "// a line of code\n".repeat(1000));
    Files.writeString(web.resolve(".hidden.js"), "secret");
    Files.writeString(web.resolve("notes.txt"), "secret");
    Files.writeString(temp.resolve("outside.js"), "secret");
    return web;
  }

  Engine engine() {
    return engine;
  }

  HttpServer server() {
    return server;
  }

  URI uri(String pathAndQuery) {
    return URI.create("http://127.0.0.1:" + server.port() + pathAndQuery);
  }

  /** Asks with GET. */
  Reply get(String pathAndQuery, String... headers) throws Exception {
    return ask("GET", pathAndQuery, headers);
  }

  /** Asks with POST and a body of JSON. */
  Reply post(String path, String json) throws Exception {
    return post(path, json, "Content-Type", "application/json");
  }

  /**
   * Asks with POST.
   *
   * @param headers names and values in turn
   */
  Reply post(String path, String body, String... headers) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(uri(path))
            .headers(headers)
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    HttpResponse<byte[]> response = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
    return new Reply(response.statusCode(), response.headers().map(), response.body());
  }

  /**
   * Asks.
   *
   * @param headers names and values in turn
   */
  Reply ask(String method, String pathAndQuery, String... headers) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri(pathAndQuery))
            .method(method, HttpRequest.BodyPublishers.noBody());
    if (headers.length > 0) {
      request.headers(headers);
    }
    HttpResponse<byte[]> response =
        client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    return new Reply(response.statusCode(), response.headers().map(), response.body());
  }

  /** Asks another server; with a body where it is not empty. */
  static Reply ask(HttpServer server, String method, String pathAndQuery, String body)
      throws Exception {
    HttpRequest.BodyPublisher publisher =
        body.isEmpty()
            ? HttpRequest.BodyPublishers.noBody()
            : HttpRequest.BodyPublishers.ofString(body);
    URI uri = URI.create("http://127.0.0.1:" + server.port() + pathAndQuery);
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<byte[]> response =
          client.send(
              HttpRequest.newBuilder(uri).method(method, publisher).build(),
              HttpResponse.BodyHandlers.ofByteArray());
      return new Reply(response.statusCode(), response.headers().map(), response.body());
    }
  }

  /** Sends lines that no client library would, and reads until the server hangs up. */
  Reply raw(String... lines) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      String request = String.join("\r\n", lines) + "\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      socket.shutdownOutput();
      return Reply.parse(socket.getInputStream().readAllBytes());
    }
  }

  /** An address whose parameters are percent-encoded. */
  static String url(String path, String... namesAndValues) {
    StringBuilder url = new StringBuilder(path);
    for (int i = 0; i < namesAndValues.length; i += 2) {
      url.append(i == 0 ? '?' : '&')
          .append(namesAndValues[i])
          .append('=')
          .append(encode(namesAndValues[i + 1]));
    }
    return url.toString();
  }

  static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  @Override
  public void close() {
    client.close();
    server.close();
    listening.close();
    engine.close();
  }

  /**
   * What the server replied.
   *
   * @param headers by name in lower case
   */
  @SuppressWarnings("ArrayRecordComponent") // replies are never compared
  record Reply(int status, Map<String, List<String>> headers, byte[] body) {

    static Reply parse(byte[] bytes) {
      String text = new String(bytes, StandardCharsets.ISO_8859_1);
      int end = text.indexOf("\r\n\r\n");
      Map<String, List<String>> headers = new LinkedHashMap<>();
      String[] lines = text.substring(0, end).split("\r\n", -1);
      for (int i = 1; i < lines.length; i++) {
        int colon = lines[i].indexOf(':');
        headers
            .computeIfAbsent(
                lines[i].substring(0, colon).toLowerCase(Locale.ROOT), unused -> new ArrayList<>())
            .add(lines[i].substring(colon + 1).strip());
      }
      return new Reply(
          Integer.parseInt(lines[0].split(" ", -1)[1]),
          headers,
          text.substring(end + 4).getBytes(StandardCharsets.ISO_8859_1));
    }

    /** The value of a header, or {@code null}; of several, all, separated by commas. */
    String header(String name) {
      List<String> values = headers.get(name.toLowerCase(Locale.ROOT));
      return values == null ? null : String.join(", ", values);
    }

    String text() {
      return new String(body, StandardCharsets.UTF_8);
    }

    String unzipped() throws IOException {
      try (var in = new GZIPInputStream(new ByteArrayInputStream(body))) {
        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
      }
    }

    JsonNode json() {
      return JSON.readTree(body);
    }

    /** The ids of the tracks in a ranked answer. */
    List<String> ids() {
      List<String> ids = new ArrayList<>();
      json().get("tracks").forEach(hit -> ids.add(hit.get("track").get("id").asString()));
      return ids;
    }
  }
}
