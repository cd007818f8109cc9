package dev.segue.http;

import dev.segue.engine.Manifest;
import dev.segue.engine.Snapshot;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Pattern;

/**
 * Which state of a thing a reply shows (RFC 9110, section 8.8.3), so that nobody is sent what he
 * has.
 *
 * @param opaque without quotes
 */
record EntityTag(String opaque) {
  private static final Pattern COMMAS = Pattern.compile("\\s*,\\s*");
  private static final int HASH_BYTES = 12;

  /**
   * An answer can only change with the generation, its model of taste, or the program that words
   * it.
   */
  static EntityTag of(Snapshot snapshot, String version) {
    Manifest manifest = snapshot.manifest();
    String built = Long.toString(manifest.builtAt().toEpochMilli(), 36);
    String taste = snapshot.taste().name().map(name -> "-" + name).orElse("");
    return new EntityTag("%s-%d-%s%s".formatted(version, manifest.generation(), built, taste));
  }

  static EntityTag of(byte[] content) {
    byte[] hash = Arrays.copyOf(sha256(content), HASH_BYTES);
    return new EntityTag(Base64.getUrlEncoder().encodeToString(hash));
  }

  /** Replies with the content, or that the asker has it already. */
  void reply(Context ctx, String type, byte[] content) {
    // The type even without content: caches would else take over Javalin's default.
    ctx.header("ETag", weak()).contentType(type);
    if (isAmong(ctx.header("If-None-Match"))) {
      ctx.status(HttpStatus.NOT_MODIFIED);
    } else {
      ctx.result(content);
    }
  }

  static byte[] sha256(byte[] content) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(content);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java has it
    }
  }

  /** Weak, since the same content may be compressed or not. */
  private String weak() {
    return "W/\"" + opaque + '"';
  }

  private boolean isAmong(String ifNoneMatch) {
    return ifNoneMatch != null
        && COMMAS
            .splitAsStream(ifNoneMatch.strip())
            .anyMatch(tag -> tag.equals("*") || tag.equals(weak()) || ("W/" + tag).equals(weak()));
  }
}
