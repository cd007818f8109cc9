package dev.segue.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.segue.catalog.synthetic.SyntheticCatalog;
import dev.segue.engine.Engine;
import dev.segue.engine.TestIndex;
import dev.segue.http.HttpServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Our small client reads what a grown-up one reads. */
class ConnectionTest {
  @Test
  void readsEveryReplyToItsEnd(@TempDir Path folder) throws Exception {
    TestIndex index = new TestIndex(folder);
    index.build(new SyntheticCatalog(200, 7));
    try (Engine engine = index.open();
        HttpServer server =
            HttpServer.start(engine, HttpServer.Options.open("127.0.0.1", 0, Path.of("web")));
        HttpClient client = HttpClient.newHttpClient();
        Connection connection = new Connection(server.port())) {
      // The long one comes in chunks.
      for (String target :
          List.of("/api/search?limit=1", "/api/search?limit=100", "/api/search?limit=2")) {
        HttpResponse<byte[]> reply =
            client.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + target))
                    .build(),
                HttpResponse.BodyHandlers.ofByteArray());
        assertThat(reply.headers().firstValue("Content-Length").isEmpty())
            .isEqualTo(target.endsWith("100"));
        assertThat(connection.get(target)).isEqualTo(reply.body().length);
      }
      String wish = "{\"seeds\": [{\"text\": \"the\"}]}";
      assertThat(connection.post("/api/recommendations", wish)).isGreaterThan(1_000);
      assertThatThrownBy(() -> connection.get("/api/tracks/x/similar"))
          .isInstanceOf(IOException.class)
          .hasMessage("GET /api/tracks/x/similar was answered with 'HTTP/1.1 404 Not Found'");
    }
  }
}
