package dev.segue.http.spotify;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.segue.query.Quoted;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Access tokens for client credentials (RFC 6749, section 4.4). A token is when it expires, and a
 * nonce, signed: nothing is kept of it. Where clients are configured, only they get tokens, nobody
 * asks without one, and a token outlives this program; where none are, anybody gets one, and nobody
 * needs it. Thread-safe.
 */
public final class Tokens {
  /** How long a token is good. */
  public static final Duration LIFE = Duration.ofHours(1);

  private static final String ALGORITHM = "HmacSHA256";
  private static final int NONCE_BYTES = 8;
  private static final int SIGNED_BYTES = Long.BYTES + NONCE_BYTES;
  private static final int KEY_BYTES = 32;
  private static final int ITERATIONS = 600_000;

  private final Map<String, String> clients;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();
  private final SecretKeySpec key;

  /**
   * Tokens for some clients.
   *
   * @param clients the secrets by the ids; none lets everybody in
   */
  public Tokens(Map<String, String> clients, Clock clock) {
    this.clients = Map.copyOf(clients);
    this.clock = clock;
    key = new SecretKeySpec(clients.isEmpty() ? random(KEY_BYTES) : derived(clients), ALGORITHM);
  }

  private byte[] random(int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }

  /** Slowly, so that a token does not help to guess a secret (PBKDF2: RFC 8018, section 5.2). */
  private static byte[] derived(Map<String, String> clients) {
    char[] secrets = new TreeMap<>(clients).toString().toCharArray();
    byte[] salt = Tokens.class.getName().getBytes(UTF_8);
    try {
      return SecretKeyFactory.getInstance("PBKDF2With" + ALGORITHM)
          .generateSecret(new PBEKeySpec(secrets, salt, ITERATIONS, Byte.SIZE * KEY_BYTES))
          .getEncoded();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e); // every Java has it
    }
  }

  /** A new token, as the reply words it. */
  public record Token(String accessToken, String tokenType, long expiresIn) {}

  /**
   * Gives a token for a client's credentials.
   *
   * @param authorization the header with them, where they are not in the form
   * @param form the body's fields
   * @throws OAuthException when they are missing or wrong, or something else is asked for
   */
  public Token grant(Optional<String> authorization, Map<String, List<String>> form) {
    if (!field(form, "grant_type").equals("client_credentials")) {
      throw new OAuthException(
          "unsupported_grant_type",
          "grant_type is '%s', allowed is client_credentials."
              .formatted(Quoted.of(field(form, "grant_type"))));
    }
    Credentials given =
        authorization
            .map(Tokens::basic)
            .orElseGet(
                () -> new Credentials(field(form, "client_id"), field(form, "client_secret")));
    if (given.id.isEmpty() || given.secret.isEmpty()) {
      throw new OAuthException(
          "invalid_client",
          "No client id and secret; send them in an Authorization header, as Basic.");
    }
    boolean isKnown =
        MessageDigest.isEqual(
            given.secret.getBytes(UTF_8), clients.getOrDefault(given.id, "").getBytes(UTF_8));
    if (!clients.isEmpty() && !isKnown) {
      throw new OAuthException("invalid_client", "Invalid client.");
    }
    return new Token(token(), "Bearer", LIFE.toSeconds());
  }

  private static String field(Map<String, List<String>> form, String name) {
    return form.getOrDefault(name, List.of("")).getFirst();
  }

  private record Credentials(String id, String secret) {
    static final Credentials NONE = new Credentials("", "");
  }

  /** What stands in a header as {@code Basic}. */
  private static Credentials basic(String authorization) {
    String[] parts = authorization.strip().split("\\s+", 2);
    if (parts.length == 2 && parts[0].equalsIgnoreCase("Basic")) {
      try {
        String both = new String(Base64.getDecoder().decode(parts[1]), UTF_8);
        int colon = both.indexOf(':');
        return colon < 0
            ? Credentials.NONE
            : new Credentials(both.substring(0, colon), both.substring(colon + 1));
      } catch (IllegalArgumentException e) {
        return Credentials.NONE;
      }
    }
    return Credentials.NONE;
  }

  private String token() {
    byte[] signed =
        ByteBuffer.allocate(SIGNED_BYTES)
            .putLong(clock.instant().plus(LIFE).getEpochSecond())
            .put(random(NONCE_BYTES))
            .array();
    byte[] signature = signature(signed);
    byte[] token =
        ByteBuffer.allocate(SIGNED_BYTES + signature.length).put(signed).put(signature).array();
    return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
  }

  /**
   * Lets a request pass, or says why not.
   *
   * @param authorization the request's header
   * @return what is wrong with its token
   */
  public Optional<String> refuse(Optional<String> authorization) {
    Optional<byte[]> token = authorization.flatMap(Tokens::bearer).filter(this::isOurs);
    if (token.isPresent()) {
      long expiry = ByteBuffer.wrap(token.get()).getLong();
      return clock.instant().getEpochSecond() < expiry
          ? Optional.empty()
          : Optional.of("The access token expired");
    }
    if (clients.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(authorization.isEmpty() ? "No token provided" : "Invalid access token");
  }

  private static Optional<byte[]> bearer(String authorization) {
    String[] parts = authorization.strip().split("\\s+", 2);
    if (parts.length == 2 && parts[0].equalsIgnoreCase("Bearer")) {
      try {
        return Optional.of(Base64.getUrlDecoder().decode(parts[1]));
      } catch (IllegalArgumentException e) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  private boolean isOurs(byte[] token) {
    return token.length > SIGNED_BYTES
        && MessageDigest.isEqual(
            signature(Arrays.copyOf(token, SIGNED_BYTES)),
            Arrays.copyOfRange(token, SIGNED_BYTES, token.length));
  }

  private byte[] signature(byte[] signed) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return mac.doFinal(signed);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e); // every Java has it
    }
  }
}
