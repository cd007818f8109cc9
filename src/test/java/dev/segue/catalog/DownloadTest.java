package dev.segue.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** URLs as sources, from a server on this machine that breaks off, moves and refuses. */
class DownloadTest {
  private static final byte[] DOCUMENT =
      Csv.tracks().rows(3000, "a").toString().getBytes(StandardCharsets.UTF_8);

  @TempDir Path folder;
  private final List<String> requests = Collections.synchronizedList(new ArrayList<>());
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private HttpServer server;
  private String url;
  private volatile Path target;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.start();
    url = "http://127.0.0.1:" + server.getAddress().getPort() + "/tracks.csv";
  }

  @AfterEach
  void stop() {
    server.stop(0);
    threads.shutdownNow();
  }

  /** How the server answers the n-th request, n from 1. */
  @FunctionalInterface
  private interface Answer {
    void to(HttpExchange exchange, int n) throws IOException;
  }

  private void serve(Answer answer) {
    server.createContext(
        "/",
        exchange -> {
          try (exchange) {
            String range = exchange.getRequestHeaders().getFirst("Range");
            String condition = exchange.getRequestHeaders().getFirst("If-Range");
            requests.add(exchange.getRequestURI() + " " + range + " " + condition);
            answer.to(exchange, requests.size());
          }
        });
  }

  /** Sends the document from there on, but breaks off after so many bytes. */
  private static void send(HttpExchange exchange, byte[] document, int from, int count)
      throws IOException {
    if (from > 0) {
      exchange
          .getResponseHeaders()
          .set(
              "Content-Range",
              "bytes %d-%d/%d".formatted(from, document.length - 1, document.length));
    }
    exchange.sendResponseHeaders(from > 0 ? 206 : 200, document.length - from);
    exchange.getResponseBody().write(document, from, count);
    exchange.getResponseBody().flush();
  }

  private static void send(HttpExchange exchange, byte[] document) throws IOException {
    send(exchange, document, 0, document.length);
  }

  private static int rangeStart(HttpExchange exchange) {
    String range = exchange.getRequestHeaders().getFirst("Range");
    return range == null ? 0 : Integer.parseInt(range.replaceAll("\\D", ""));
  }

  /** Sends some bytes, and breaks off when all of them have arrived. */
  private void breakOff(HttpExchange exchange, byte[] document, int count) throws IOException {
    send(exchange, document, 0, count);
    Instant patience = Instant.now().plusSeconds(10);
    while (Files.size(target) < count && Instant.now().isBefore(patience)) {
      LockSupport.parkNanos(1_000_000);
    }
  }

  private byte[] download() throws IOException {
    target = Files.createTempFile(folder, "download", "");
    new Download(url, target, Progress.NONE, Download.PATIENCE).run();
    return Files.readAllBytes(target);
  }

  @Test
  void aUrlIsDownloadedOnceForBothPasses() throws Exception {
    serve((exchange, n) -> send(exchange, DOCUMENT));
    Reading reading = Reading.of(ReadOptions.DEFAULT, url);
    assertThat(reading.tracks()).hasSize(3000);
    assertThat(reading.report().sources())
        .containsExactly(new SourceReport(url, DOCUMENT.length, 3000, 0));
    assertThat(requests).hasSize(1);
  }

  @Test
  void whatWasDownloadedIsDeletedInTheEnd() throws Exception {
    serve((exchange, n) -> send(exchange, DOCUMENT));
    Sources sources = new Sources(List.of(url), Progress.NONE);
    Path file = sources.files().getFirst().path();
    assertThat(file).hasBinaryContent(DOCUMENT);
    sources.close();
    assertThat(file).doesNotExist();
  }

  @Test
  void redirectsAreFollowedAndGzipIsDecompressed() throws Exception {
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(zipped)) {
      out.write(DOCUMENT);
    }
    serve(
        (exchange, n) -> {
          if (n == 1) {
            exchange.getResponseHeaders().set("Location", "/moved");
            exchange.sendResponseHeaders(302, -1);
          } else {
            send(exchange, zipped.toByteArray());
          }
        });
    assertThat(Reading.of(ReadOptions.DEFAULT, url).tracks()).hasSize(3000);
    assertThat(requests).containsExactly("/tracks.csv null null", "/moved null null");
  }

  @Test
  void aBrokenTransferGoesOnWhereItStopped() throws Exception {
    int half = DOCUMENT.length / 2;
    serve(
        (exchange, n) -> {
          exchange.getResponseHeaders().set("ETag", "\"v1\"");
          if (n == 1) {
            breakOff(exchange, DOCUMENT, half);
          } else {
            int from = rangeStart(exchange);
            send(exchange, DOCUMENT, from, DOCUMENT.length - from);
          }
        });
    assertThat(download()).isEqualTo(DOCUMENT);
    assertThat(requests)
        .containsExactly("/tracks.csv null null", "/tracks.csv bytes=%d- \"v1\"".formatted(half));
  }

  @Test
  void aBrokenTransferStartsAgainWhenTheServerKnowsNoRanges() throws Exception {
    serve((exchange, n) -> send(exchange, DOCUMENT, 0, n == 1 ? 1000 : DOCUMENT.length));
    assertThat(download()).isEqualTo(DOCUMENT);
    assertThat(requests).containsExactly("/tracks.csv null null", "/tracks.csv null null");
  }

  @Test
  void aDocumentThatChangedStartsAgain() throws Exception {
    byte[] changed = Arrays.copyOf(DOCUMENT, DOCUMENT.length - 100);
    changed[0] = 'T';
    serve(
        (exchange, n) -> {
          exchange
              .getResponseHeaders()
              .set("Last-Modified", "Sun, 01 Nov 2026 0%d:00:00 GMT".formatted(n));
          if (n == 1) {
            breakOff(exchange, DOCUMENT, 1000);
          } else {
            send(exchange, changed);
          }
        });
    assertThat(download()).isEqualTo(changed);
    assertThat(requests.get(1)).endsWith("bytes=1000- Sun, 01 Nov 2026 01:00:00 GMT");
  }

  @Test
  void anAnswerToAnotherRangeIsNotGluedOn() throws Exception {
    serve(
        (exchange, n) -> {
          exchange.getResponseHeaders().set("ETag", "\"v1\"");
          if (n == 2) {
            send(exchange, DOCUMENT, 5, DOCUMENT.length - 5);
          } else {
            send(exchange, DOCUMENT, 0, n == 1 ? 1000 : DOCUMENT.length);
          }
        });
    assertThat(download()).isEqualTo(DOCUMENT);
    assertThat(requests).hasSize(3);
    assertThat(requests.get(2)).isEqualTo("/tracks.csv null null");
  }

  @Test
  void itGivesUpAfterFiveAttempts() {
    serve((exchange, n) -> send(exchange, DOCUMENT, 0, 10));
    assertThatThrownBy(this::download)
        .isInstanceOf(CatalogException.class)
        .hasMessageContaining(url + " could not be downloaded, 5 attempts failed");
    assertThat(requests).hasSize(5);
  }

  @Test
  void aServerThatFallsSilentIsNotWaitedForForever() throws Exception {
    serve(
        (exchange, n) -> {
          if (n == 1) {
            breakOff(exchange, DOCUMENT, 1000);
            sleep();
          } else {
            send(exchange, DOCUMENT);
          }
        });
    Path target = Files.createTempFile(folder, "download", "");
    new Download(url, target, Progress.NONE, Duration.ofMillis(500)).run();
    assertThat(target).hasBinaryContent(DOCUMENT);
    assertThat(requests).hasSize(2);
  }

  private static void sleep() {
    try {
      Thread.sleep(Duration.ofSeconds(20));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void refusalsNameUrlAndStatus() {
    serve((exchange, n) -> exchange.sendResponseHeaders(404, -1));
    assertThatThrownBy(() -> Reading.of(ReadOptions.DEFAULT, url))
        .isInstanceOf(CatalogException.class)
        .hasMessage(url + " could not be downloaded: the server answered status 404.");
    assertThat(requests).as("not asked twice").hasSize(1);
  }

  @Test
  void whatIsNoServerIsRefused() throws Exception {
    try (ServerSocket unused = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      url = "http://127.0.0.1:" + unused.getLocalPort() + "/x.csv";
    }
    assertThatThrownBy(this::download)
        .isInstanceOf(CatalogException.class)
        .hasMessageContaining("5 attempts failed; 0 bytes came");
    assertThatThrownBy(() -> Reading.of(ReadOptions.DEFAULT, "http://a b/x.csv"))
        .isInstanceOf(CatalogException.class)
        .hasMessageContaining("is no URL");
  }
}
