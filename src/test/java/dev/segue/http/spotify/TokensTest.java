package dev.segue.http.spotify;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TokensTest {
  private static final Instant NOW = Instant.parse("2024-11-27T12:00:00Z");
  private static final Map<String, String> CLIENTS = Map.of("app", "secret", "other", "s:3");
  private static final Map<String, List<String>> GRANT =
      Map.of("grant_type", List.of("client_credentials"));

  @Test
  void aTokenIsGoodForAnHour() {
    String token = bearer(tokens(NOW, CLIENTS).grant(basic("app:secret"), GRANT));
    assertThat(tokens(NOW, CLIENTS).refuse(Optional.of(token))).isEmpty();
    Instant last = NOW.plus(Duration.ofSeconds(3599));
    assertThat(tokens(last, CLIENTS).refuse(Optional.of(token))).as("in another program").isEmpty();
    assertThat(tokens(NOW.plus(Tokens.LIFE), CLIENTS).refuse(Optional.of(token)))
        .contains("The access token expired");
  }

  @Test
  void onlyKnownClientsGetOne() {
    Tokens tokens = tokens(NOW, CLIENTS);
    assertThat(tokens.grant(basic("other:s:3"), GRANT).expiresIn()).isEqualTo(3600);
    assertThat(
            tokens.grant(
                Optional.empty(),
                Map.of(
                    "grant_type", List.of("client_credentials"),
                    "client_id", List.of("app"),
                    "client_secret", List.of("secret"))))
        .as("in the form")
        .extracting(Tokens.Token::tokenType)
        .isEqualTo("Bearer");
    for (String wrong : List.of("app:s:3", "app:", ":secret", "nobody:secret", "nobody:", "app")) {
      assertThatThrownBy(() -> tokens.grant(basic(wrong), GRANT))
          .as(wrong)
          .isInstanceOf(OAuthException.class)
          .extracting(e -> ((OAuthException) e).error())
          .isEqualTo("invalid_client");
    }
    for (String wrong : List.of("Basic ???", "Basic", "Bearer x", "")) {
      assertThatThrownBy(() -> tokens.grant(Optional.of(wrong), GRANT))
          .as(wrong)
          .isInstanceOf(OAuthException.class);
    }
    assertThatThrownBy(() -> tokens.grant(basic("app:secret"), Map.of("grant_type", List.of("x"))))
        .hasMessage("grant_type is 'x', allowed is client_credentials.");
  }

  @Test
  void withKeysNobodyAsksWithoutAToken() {
    Tokens tokens = tokens(NOW, CLIENTS);
    assertThat(tokens.refuse(Optional.empty())).contains("No token provided");
    assertThat(tokens.refuse(Optional.of("Bearer x"))).contains("Invalid access token");
    assertThat(tokens.refuse(Optional.of("Bearer ?"))).contains("Invalid access token");
    assertThat(tokens.refuse(Optional.of("Basic x"))).contains("Invalid access token");
    String others = bearer(tokens(NOW, Map.of("app", "other")).grant(basic("app:other"), GRANT));
    assertThat(tokens.refuse(Optional.of(others))).contains("Invalid access token");
  }

  @Test
  void aTokenCannotBeChanged() {
    Tokens tokens = tokens(NOW, CLIENTS);
    byte[] token =
        Base64.getUrlDecoder().decode(tokens.grant(basic("app:secret"), GRANT).accessToken());
    for (int i = 0; i < token.length; i++) {
      byte[] changed = token.clone();
      changed[i] ^= 1;
      String header = "Bearer " + Base64.getUrlEncoder().withoutPadding().encodeToString(changed);
      assertThat(tokens.refuse(Optional.of(header))).as("byte " + i).isPresent();
    }
  }

  @Test
  void withoutKeysEverybodyAsks() {
    Tokens tokens = tokens(NOW, Map.of());
    assertThat(tokens.refuse(Optional.empty())).isEmpty();
    assertThat(tokens.refuse(Optional.of("Bearer of-somebody-else"))).isEmpty();
    assertThat(tokens.refuse(Optional.of(bearer(tokens.grant(basic("a:b"), GRANT))))).isEmpty();
    assertThatThrownBy(() -> tokens.grant(Optional.empty(), GRANT))
        .hasMessageContaining("No client id and secret");
  }

  private static Tokens tokens(Instant now, Map<String, String> clients) {
    return new Tokens(clients, Clock.fixed(now, ZoneOffset.UTC));
  }

  private static Optional<String> basic(String credentials) {
    return Optional.of("Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(UTF_8)));
  }

  private static String bearer(Tokens.Token token) {
    return "Bearer " + token.accessToken();
  }
}
