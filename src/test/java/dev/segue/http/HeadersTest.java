package dev.segue.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.http.Served.Reply;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The headers of all replies: security, CORS, caching, compression, request ids. */
class HeadersTest extends ServedTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/app.js",
        "/api/search",
        "/api/tracks/x",
        "/api/search?k=0",
        "/nothing",
        "/healthz",
        "/metrics",
        "/openapi.yaml",
        "/docs",
        "/docs/swagger-ui/swagger-ui.css",
        "/lib/lit/3.3.3/index.js"
      })
  void everyReplyIsSecured(String path) throws Exception {
    Reply reply = served.get(path);
    secured(reply);
    assertThat(reply.header("Vary")).isEqualTo("Accept-Encoding");
    assertThat(reply.header("Access-Control-Allow-Origin")).isNull();
    assertThat(reply.header("Server")).isNull();
    assertThat(reply.header("Set-Cookie")).isNull();
  }

  static void secured(Reply reply) {
    assertThat(reply.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(reply.header("X-Frame-Options")).isEqualTo("DENY");
    assertThat(reply.header("Referrer-Policy")).isEqualTo("no-referrer");
    assertThat(reply.header("Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
    String policy = reply.header("Content-Security-Policy");
    assertThat(policy)
        .contains("default-src 'self'", "frame-ancestors 'none'", "object-src 'none'")
        .doesNotContain("script-src 'self' 'unsafe-inline'", "unsafe-eval", "http:", "https:");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/search", "/api/stats", "/healthz", "/", "/docs", "/api/tracks/x"})
  void headRepliesAsGetButWithoutABody(String path) throws Exception {
    Reply get = served.get(path);
    Reply head = served.ask("HEAD", path);
    assertThat(head.status()).isEqualTo(get.status());
    assertThat(head.body()).isEmpty();
    for (String header : new String[] {"Content-Type", "ETag", "Cache-Control", "Vary"}) {
      assertThat(head.header(header)).as(header).isEqualTo(get.header(header));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/search", "/api/stats", "/", "/app.js", "/openapi.yaml", "/docs"})
  void whatIsKnownIsNotSentAgain(String path) throws Exception {
    Reply first = served.get(path);
    String tag = first.header("ETag");
    assertThat(tag).startsWith("W/\"").endsWith("\"");
    assertThat(first.header("Cache-Control")).isEqualTo("no-cache");
    for (String known : new String[] {tag, "\"x\", " + tag, "*", tag.substring(2)}) {
      Reply again = served.get(path, "If-None-Match", known);
      assertThat(again.status()).isEqualTo(304);
      assertThat(again.body()).isEmpty();
      assertThat(again.header("ETag")).isEqualTo(tag);
      assertThat(again.header("Cache-Control")).isEqualTo("no-cache");
      assertThat(again.header("Vary")).isEqualTo("Accept-Encoding");
      assertThat(again.header("Content-Type")).isEqualTo(first.header("Content-Type"));
    }
    assertThat(served.get(path, "If-None-Match", "W/\"other\"").status()).isEqualTo(200);
  }

  @Test
  void aProblemIsToldWhateverIsKnown() throws Exception {
    assertThat(served.get("/api/tracks/x", "If-None-Match", "*").status()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/search", "/app.js", "/openapi.yaml"})
  void longRepliesAreCompressedWhereThatIsUnderstood(String path) throws Exception {
    Reply plain = served.get(path);
    assertThat(plain.header("Content-Encoding")).isNull();
    Reply compressed = served.get(path, "Accept-Encoding", "gzip");
    assertThat(compressed.header("Content-Encoding")).isEqualTo("gzip");
    assertThat(compressed.header("Vary")).isEqualTo("Accept-Encoding");
    assertThat(compressed.body().length).isLessThan(plain.body().length / 2);
    assertThat(compressed.unzipped()).isEqualTo(plain.text());
  }

  @Test
  void theCallersIdIsKept() throws Exception {
    for (String path : new String[] {"/api/stats", "/nothing", "/app.js"}) {
      assertThat(served.get(path, "X-Request-Id", "a-1_b.2").header("X-Request-Id"))
          .isEqualTo("a-1_b.2");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"a b", "<script>", "é", "x;y"})
  void strangeIdsAreReplaced(String id) throws Exception {
    Reply reply = served.get("/api/stats", "X-Request-Id", id);
    assertThat(UUID.fromString(reply.header("X-Request-Id"))).isNotNull();
  }

  @Test
  void withoutAnIdEveryRequestGetsItsOwn() throws Exception {
    assertThat(served.get("/api/stats").header("X-Request-Id"))
        .isNotEqualTo(served.get("/api/stats").header("X-Request-Id"));
    assertThat(served.get("/api/stats", "X-Request-Id", "a".repeat(65)).header("X-Request-Id"))
        .hasSize(36);
  }

  @Test
  void pagesFromElsewhereMayAskTheApiWhereThatIsConfigured(@TempDir Path temp) throws Exception {
    String origin = "https://music.example";
    try (Served open = Served.start(temp, Optional.of(origin))) {
      for (String path :
          new String[] {"/api/stats", "/api/tracks/x", "/api/search?k=0", "/v1/tracks/x"}) {
        Reply reply = open.get(path, "X-From", origin);
        assertThat(reply.header("Access-Control-Allow-Origin")).isEqualTo(origin);
        assertThat(reply.header("Access-Control-Expose-Headers"))
            .isEqualTo("Content-Disposition, ETag, Retry-After, X-Request-Id");
        secured(reply);
      }
      Reply preflight = open.ask("OPTIONS", "/api/search");
      assertThat(preflight.status()).isEqualTo(204);
      assertThat(preflight.header("Access-Control-Allow-Origin")).isEqualTo(origin);
      assertThat(preflight.header("Access-Control-Allow-Methods"))
          .isEqualTo("GET, HEAD, POST, DELETE");
      assertThat(preflight.header("Access-Control-Allow-Headers"))
          .isEqualTo("Authorization, Content-Type, If-None-Match, X-Request-Id");
      assertThat(open.get("/metrics").header("Access-Control-Allow-Origin")).isNull();
      assertThat(open.get("/").header("Access-Control-Allow-Origin")).isNull();
    }
  }
}
