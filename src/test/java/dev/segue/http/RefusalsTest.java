package dev.segue.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.http.Served.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is refused before any question is understood, also what Jetty refuses by itself. */
class RefusalsTest extends ServedTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"/nothing", "/api", "/api/", "/api/nothing", "/api//stats", "/api/tracks/"})
  void nothingThere(String path) throws Exception {
    Reply reply = served.get(path);
    assertThat(WrongQuestionsTest.problem(reply, 404, "not_found").get("detail").asString())
        .isEqualTo("There is nothing at " + path + ".");
  }

  @ParameterizedTest
  @CsvSource({"POST, /api/search", "DELETE, /api/tracks/x", "PUT, /docs", "OPTIONS, /api/stats"})
  void wrongMethod(String method, String path) throws Exception {
    Reply reply = served.ask(method, path);
    WrongQuestionsTest.problem(reply, 405, "method_not_allowed");
    assertThat(reply.header("Allow")).isEqualTo("GET, HEAD");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /api/tracks/%zz HTTP/1.1",
        "GET /api/tracks/%ff HTTP/1.1",
        "GET /api/tracks/% HTTP/1.1",
        "GET /%00 HTTP/1.1",
        "GET /../etc/passwd HTTP/1.1",
        "GET /%2e%2e/%2e%2e/etc/passwd HTTP/1.1",
        "GET / HTTP/9.1",
        "GET /",
        "GARBAGE"
      })
  void malformedRequests(String line) throws Exception {
    Reply reply = served.raw(line, "Host: h", "Connection: close");
    WrongQuestionsTest.problem(reply, 400, "bad_request");
    isOurs(reply);
  }

  @Test
  void noHost() throws Exception {
    WrongQuestionsTest.problem(served.raw("GET / HTTP/1.1"), 400, "bad_request");
  }

  @Test
  void tooLongAnAddress() throws Exception {
    Reply reply = served.get("/api/search?q=" + "a".repeat(9000));
    WrongQuestionsTest.problem(reply, 414, "uri_too_long");
    isOurs(reply);
  }

  @Test
  void tooLargeHeaders() throws Exception {
    Reply reply = served.get("/api/search", "X-Large", "a".repeat(9000));
    WrongQuestionsTest.problem(reply, 431, "headers_too_large");
    isOurs(reply);
  }

  /** With the limit that holds where it is sent; also where its length is not told beforehand. */
  @ParameterizedTest
  @CsvSource({"/api/recommendations, 256", "/api/playlists, 256", "/api/events, 1024"})
  void tooLargeABody(String path, int kibibytes) throws Exception {
    String detail = "A body may have %d KiB here.".formatted(kibibytes);
    String post = "POST %s HTTP/1.1".formatted(path);
    String length = "Content-Length: " + (kibibytes * 1024 + 1);
    Reply told = served.raw(post, "Host: h", "Connection: close", length);
    assertThat(WrongQuestionsTest.problem(told, 413, "body_too_large").get("detail").asString())
        .isEqualTo(detail);
    isOurs(told);
    Reply found = chunked(post, "%x\r\n".formatted(kibibytes * 1024 + 1), kibibytes * 1024 + 1);
    assertThat(WrongQuestionsTest.problem(found, 413, "body_too_large").get("detail").asString())
        .isEqualTo(detail);
    isOurs(found);
    Reply fits = chunked(post, "%x\r\n".formatted(kibibytes * 1024), kibibytes * 1024);
    WrongQuestionsTest.problem(fits, 400, "invalid_parameter"); // it is blank
  }

  @Test
  void aBrokenBody() throws Exception {
    Reply reply = chunked("POST /api/events HTTP/1.1", "no length\r\n", 1);
    WrongQuestionsTest.problem(reply, 400, "bad_request");
    isOurs(reply);
  }

  private Reply chunked(String post, String length, int bytes) throws Exception {
    String chunk = length + " ".repeat(bytes) + "\r\n0";
    return served.raw(
        post, "Host: h", "Connection: close", "Transfer-Encoding: chunked", "", chunk);
  }

  /** Neither a page of Jetty's nor a reply without the headers of all replies. */
  private static void isOurs(Reply reply) {
    assertThat(reply.text()).startsWith("{").doesNotContain("<", "Jetty", "Exception", "\tat ");
    assertThat(reply.header("Server")).isNull();
    assertThat(reply.header("X-Request-Id")).isNotBlank();
    HeadersTest.secured(reply);
  }
}
