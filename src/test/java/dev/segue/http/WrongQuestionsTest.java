package dev.segue.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.http.Served.Reply;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Wrong input is 400 and names parameter, value and limit. */
class WrongQuestionsTest extends ServedTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /api/similar?q=a&k=0                        | k              | k is 0, allowed is 1 to 100.
          /api/similar?q=a&k=101                      | k              | k is 101, allowed is 1 to 100.
          /api/similar?q=a&k=abc                      | k              | k is 'abc', must be a whole number.
          /api/similar?q=a&k=99999999999              | k              | k is '99999999999', allowed are whole numbers up to 2147483647.
          /api/similar?q=qwertzuiop&k=0               | k              | k is 0, allowed is 1 to 100.
          /api/similar?q=a&k=1&k=2                    | k              | k is given 2 times, allowed is once.
          /api/tracks/x/similar?k=0                   | k              | k is 0, allowed is 1 to 100.
          /api/similar                                | q              | q is missing; name a song.
          /api/similar?q=%20                          | q              | q is blank; name a song.
          /api/search?limit=0                         | limit          | limit is 0, allowed is 1 to 100.
          /api/search?limit=101                       | limit          | limit is 101, allowed is 1 to 100.
          /api/search?limit=-1                        | limit          | limit is -1, allowed is 1 to 100.
          /api/search?limit=1.5                       | limit          | limit is '1.5', must be a whole number.
          /api/search?q=a&q=b                         | q              | q is given 2 times, allowed is once.
          /api/search?explicit=yes                    | explicit       | explicit is 'yes', must be true or false.
          /api/search?genre=                          | genre          | genre is blank; leave it out where it does not matter.
          /api/search?min_popularity=101              | min_popularity | min_popularity is 101, allowed is 0 to 100.
          /api/search?min_popularity=NaN              | min_popularity | min_popularity is 'NaN', must be a number.
          /api/search?max_tempo=Infinity              | max_tempo      | max_tempo is 'Infinity', must be a number.
          /api/search?max_tempo=0x1p3                 | max_tempo      | max_tempo is '0x1p3', must be a number.
          /api/search?max_tempo=1e999                 | max_tempo      | max_tempo is 1e999, allowed is 0 to 500.
          /api/search?max_tempo=                      | max_tempo      | max_tempo is '', must be a number.
          /api/search?min_loudness=-60.1              | min_loudness   | min_loudness is -60.1, allowed is -60 to 20.
          /api/search?min_tempo=120&max_tempo=100     | min_tempo      | min_tempo is 120 and max_tempo is 100: nothing lies between.
          /api/search?min_tempo=120&min_tempo=130     | min_tempo      | min_tempo is given 2 times, allowed is once.
          /api/search?cursor=abc                      | cursor         | The cursor is not one that an answer gave out.
          /api/search?cursor=                         | cursor         | The cursor is not one that an answer gave out.
          """)
  void invalidParameter(String url, String parameter, String detail) throws Exception {
    JsonNode problem = problem(served.get(url), 400, "invalid_parameter");
    assertThat(problem.get("parameter").asString()).isEqualTo(parameter);
    assertThat(problem.get("detail").asString()).isEqualTo(detail);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/search?q=", "/api/similar?q="})
  void tooLongAText(String url) throws Exception {
    JsonNode problem = problem(served.get(url + "a".repeat(501)), 400, "invalid_parameter");
    assertThat(problem.get("detail").asString())
        .isEqualTo("q has 501 characters, allowed are 500.");
    assertThat(served.get("/api/search?q=" + "a".repeat(500)).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"best", "-relevance", "--name", "", "artist", "POPULARITY"})
  void unknownSort(String sort) throws Exception {
    JsonNode problem = problem(served.get("/api/search?sort=" + sort), 400, "invalid_parameter");
    assertThat(problem.get("detail").asString())
        .startsWith("sort is '" + sort + "', allowed are relevance, name and every number");
  }

  @ParameterizedTest
  @CsvSource({
    "/api/search?mood=x, mood",
    "/api/search?k=3, k",
    "/api/similar?q=a&limit=3, limit",
    "/api/stats?q=a, q",
    "/api/tracks/x?k=3, k",
    "/api/search?=x, ''",
    "/api/search?Q=x, Q"
  })
  void unknownParameter(String url, String parameter) throws Exception {
    JsonNode problem = problem(served.get(url), 400, "unknown_parameter");
    assertThat(problem.get("parameter").asString()).isEqualTo(parameter);
  }

  @Test
  void unknownSpace() throws Exception {
    JsonNode problem = problem(served.get("/api/similar?q=a&space=audio-13"), 400, "unknown_space");
    assertThat(problem.get("detail").asString())
        .isEqualTo("space is 'audio-13', this index has sound, audio-12, profile-16.");
  }

  @Test
  void theCursorOfAnotherQuestion() throws Exception {
    String cursor = served.get("/api/search?q=the").json().get("next_cursor").asString();
    for (String other : new String[] {"q=a", "q=the&sort=name", "q=the&explicit=true"}) {
      JsonNode problem =
          problem(
              served.get("/api/search?%s&cursor=%s".formatted(other, cursor)),
              400,
              "invalid_parameter");
      assertThat(problem.get("detail").asString()).contains("another question");
    }
    assertThat(served.get("/api/search?q=the&limit=3&cursor=" + cursor).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "5", " ", "5 x", "x 5", "99999999999999999999 1", "\uFFFF"})
  void forgedCursors(String place) throws Exception {
    String genuine = served.get("/api/search?limit=1").json().get("next_cursor").asString();
    byte[] header = new byte[20];
    ByteBuffer.wrap(Base64.getUrlDecoder().decode(genuine)).get(header);
    byte[] text = place.getBytes(StandardCharsets.UTF_8);
    byte[] forged = ByteBuffer.allocate(header.length + text.length).put(header).put(text).array();
    String cursor = Base64.getUrlEncoder().withoutPadding().encodeToString(forged);
    problem(served.get("/api/search?limit=1&cursor=" + cursor), 400, "invalid_parameter");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"q=%", "q=%zz", "q=%4", "q=%ff", "q=%c3%28", "%80=1", "genre=a&q=%ed%a0%80"})
  void brokenPercentEncoding(String query) throws Exception {
    Reply reply =
        served.raw("GET /api/search?" + query + " HTTP/1.1", "Host: h", "Connection: close");
    problem(reply, 400, "bad_request");
  }

  static JsonNode problem(Reply reply, int status, String code) {
    assertThat(reply.status()).as(reply.text()).isEqualTo(status);
    assertThat(reply.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(reply.header("Cache-Control")).isEqualTo("no-store");
    JsonNode problem = reply.json();
    assertThat(problem.get("status").asInt()).isEqualTo(status);
    assertThat(problem.get("code").asString()).isEqualTo(code);
    return problem;
  }
}
