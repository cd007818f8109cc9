package dev.segue.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.http.Served.Reply;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A server that knows who may ask. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SpotifyAccessTest {
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final String GRANT = "grant_type=client_credentials";

  private Served served;

  @BeforeAll
  void serve(@TempDir Path temp) throws Exception {
    served = Served.start(temp, Optional.of("*"), Map.of("app", "secret"));
  }

  @AfterAll
  void stop() {
    served.close();
  }

  @Test
  void whoHasATokenMayAsk() throws Exception {
    Reply granted = grant(GRANT, "app:secret");
    assertThat(granted.status()).isEqualTo(200);
    assertThat(granted.header("Cache-Control")).isEqualTo("no-store");
    assertThat(granted.json().get("token_type").asString()).isEqualTo("Bearer");
    String token = granted.json().get("access_token").asString();
    Reply genres =
        served.get("/v1/recommendations/available-genre-seeds", "Authorization", "Bearer " + token);
    assertThat(genres.status()).isEqualTo(200);
    assertThat(genres.json().get("genres")).isNotEmpty();
  }

  @Test
  void nobodyElseMay() throws Exception {
    for (String path : new String[] {"/v1/tracks/x", "/v1/search?q=x", "/v1/nothing"}) {
      Reply reply = served.get(path);
      assertThat(reply.status()).as(path).isEqualTo(401);
      assertThat(reply.header("WWW-Authenticate")).startsWith("Bearer");
      assertThat(reply.json().at("/error/status").asInt()).isEqualTo(401);
      assertThat(reply.json().at("/error/message").asString()).isEqualTo("No token provided");
    }
    Reply wrong = served.get("/v1/tracks/x", "Authorization", "Bearer x");
    assertThat(wrong.json().at("/error/message").asString()).isEqualTo("Invalid access token");
  }

  @Test
  void theOtherFaceIsOpen() throws Exception {
    assertThat(served.get("/api/search").status()).isEqualTo(200);
  }

  @Test
  void noTokenForStrangers() throws Exception {
    assertRefused(grant(GRANT, "app:wrong"), "invalid_client");
    assertRefused(grant("grant_type=password", "app:secret"), "unsupported_grant_type");
    assertRefused(grant("", "app:secret"), "unsupported_grant_type");
    assertRefused(served.post("/api/token", GRANT, "Content-Type", FORM), "invalid_client");
    assertRefused(grant("grant_type=%zz", "app:secret"), "invalid_request");
    assertThat(served.get("/api/token/").json().has("error_description")).isTrue();
    Reply wrongMethod = served.get("/api/token");
    assertThat(wrongMethod.status()).isEqualTo(405);
    assertThat(wrongMethod.json().get("error").asString()).isEqualTo("invalid_request");
    assertThat(wrongMethod.json().get("error_description").asString()).contains("GET");
  }

  @Test
  void scriptsOfOtherSitesMayAskWhetherTheyMayAsk() throws Exception {
    Reply reply = served.ask("OPTIONS", "/v1/tracks/x");
    assertThat(reply.status()).isEqualTo(204);
    assertThat(reply.header("Access-Control-Allow-Headers")).contains("Authorization");
    assertThat(served.get("/v1/tracks/x").header("Access-Control-Allow-Origin")).isEqualTo("*");
  }

  private Reply grant(String form, String credentials) throws Exception {
    String basic = Base64.getEncoder().encodeToString(credentials.getBytes(UTF_8));
    return served.post("/api/token", form, "Content-Type", FORM, "Authorization", "Basic " + basic);
  }

  private static void assertRefused(Reply reply, String error) {
    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.json().get("error").asString()).isEqualTo(error);
    assertThat(reply.json().get("error_description").asString()).isNotBlank();
  }
}
