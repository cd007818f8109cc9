package dev.segue.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.segue.engine.TestIndex;
import dev.segue.http.Served.Reply;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Starting, stopping, and what operations asks. */
class HttpServerTest extends ServedTest {
  private static final int LARGE = 16 << 20;

  @Test
  void aTakenPortIsSaidInOneLine(@TempDir Path temp) throws Exception {
    int taken = served.server().port();
    HttpServer.Options options = HttpServer.Options.open("127.0.0.1", taken, Served.page(temp));
    assertThatThrownBy(() -> HttpServer.start(served.engine(), options))
        .isInstanceOf(IOException.class)
        .hasMessage("Port %d on 127.0.0.1 is in use; choose another with --port.", taken);
  }

  @Test
  void anAddressOfAnotherMachineIsSaidInOneLine(@TempDir Path temp) throws Exception {
    for (String host : new String[] {"192.0.2.1", "nowhere.invalid"}) {
      HttpServer.Options options = HttpServer.Options.open(host, 0, Served.page(temp));
      assertThatThrownBy(() -> HttpServer.start(served.engine(), options))
          .isInstanceOf(IOException.class)
          .hasMessage("This machine has no address %s; choose another with --host.", host);
    }
  }

  @Test
  void healthAndReadiness() throws Exception {
    assertThat(served.get("/healthz").text()).isEqualTo("{\"status\":\"up\"}");
    assertThat(served.get("/readyz").text())
        .isEqualTo("{\"status\":\"ready\",\"generation\":1,\"tracks\":300}");
    assertThat(served.get("/readyz").header("Cache-Control")).isEqualTo("no-store");
  }

  @Test
  void metricsCountByRouteAndNeverById() throws Exception {
    String id = Served.catalogue().get(5).id();
    served.get("/api/tracks/" + id);
    served.get("/api/tracks/" + id + "/similar");
    served.get("/api/tracks/unknown");
    served.get("/app.js");
    served.get("/nothing/" + id);
    served.ask("BREW", "/api/stats");
    Reply reply = served.get("/metrics");
    assertThat(reply.header("Content-Type")).startsWith("text/plain; version=0.0.4");
    assertThat(reply.text())
        .contains("segue_index_tracks 300.0", "segue_index_generation 1.0", "jvm_memory_used_bytes")
        .contains(
            count("GET", "/api/tracks/{id}", 200),
            count("GET", "/api/tracks/{id}", 404),
            count("GET", "/api/tracks/{id}/similar", 200),
            count("GET", "static", 200),
            count("GET", "none", 404),
            count("other", "none", 405))
        .contains(
            "http_server_requests_seconds_bucket{method=\"GET\",route=\"/api/tracks/{id}\","
                + "status=\"200\",le=\"+Inf\"}")
        .doesNotContain(id, "unknown", "BREW");
  }

  private static String count(String method, String route, int status) {
    return "http_server_requests_seconds_count{method=\"%s\",route=\"%s\",status=\"%d\"} "
        .formatted(method, route, status);
  }

  @Test
  void ourMistakesAreToldWithoutTheirInside(@TempDir Path temp) throws Exception {
    try (Served broken = Served.start(temp)) {
      broken.engine().close();
      Reply reply = broken.get("/api/search");
      WrongQuestionsTest.problem(reply, 500, "internal_error");
      assertThat(reply.text()).doesNotContain("engine", "Exception", "\\tat ");
      assertThat(broken.get("/healthz").status()).isEqualTo(200);
    }
  }

  @Test
  void aReplyUnderWayIsFinishedBeforeTheEnd(@TempDir Path temp) throws Exception {
    TestIndex index = new TestIndex(temp.resolve("index"));
    index.build(Served.catalogue());
    Path web = Served.page(temp);
    Files.write(web.resolve("large.js"), new byte[LARGE]);
    Served slow = Served.start(index.open(), web, Optional.empty());
    try (Socket reader = new Socket()) {
      // Too small for the reply, so that it is under way until somebody reads.
      reader.setReceiveBufferSize(4096);
      int port = slow.server().port(); // a server that is closing has none
      reader.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      reader
          .getOutputStream()
          .write(
              "GET /large.js HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n"
                  .getBytes(StandardCharsets.US_ASCII));
      InputStream in = reader.getInputStream();
      int first = in.read();
      CompletableFuture<Void> closing = CompletableFuture.runAsync(slow::close);
      awaitClosed(port);
      assertThat(closing).isNotDone();
      byte[] rest = in.readAllBytes();
      assertThat(first).isEqualTo('H');
      assertThat(rest.length).isGreaterThan(LARGE);
      closing.get(10, TimeUnit.SECONDS);
    }
  }

  private static void awaitClosed(int port) throws Exception {
    while (listens(port)) {
      TimeUnit.MILLISECONDS.sleep(5);
    }
  }

  private static boolean listens(int port) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (ConnectException e) {
      return false;
    }
  }
}
