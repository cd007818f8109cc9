package dev.segue.query;

import dev.segue.query.RequestException.Code;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.stream.Collectors;

/**
 * Where a page ended, as opaque text. It holds for one question to one generation of an index; any
 * other use is refused, so that pages never repeat or skip.
 *
 * @param generation of the index that answered
 * @param builtAt when that generation was built, in milliseconds since 1970: numbers may come again
 * @param question a fingerprint of everything that was asked but the page's length and extras
 * @param shown how many tracks the pages so far have shown
 * @param place the index's own word for the place
 */
public record Cursor(long generation, long builtAt, int question, long shown, String place) {
  private static final int HEADER_BYTES = 3 * Long.BYTES + Integer.BYTES;

  /** A fingerprint of a question: of the text forms of everything that was asked. */
  public static int question(Object... asked) {
    // Not of hash codes: those of enums differ from one run of the program to the next.
    return Arrays.stream(asked).map(Object::toString).collect(Collectors.joining("\n")).hashCode();
  }

  /** As text. */
  public String encode() {
    byte[] text = place.getBytes(StandardCharsets.UTF_8);
    byte[] bytes =
        ByteBuffer.allocate(HEADER_BYTES + text.length)
            .putLong(generation)
            .putLong(builtAt)
            .putInt(question)
            .putLong(shown)
            .put(text)
            .array();
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /**
   * Reads a cursor and holds it against the question and the generation that shall answer it.
   *
   * @throws RequestException when it is no cursor, or not one of these
   */
  public static Cursor decode(String text, long generation, long builtAt, int question) {
    Cursor cursor = parse(text);
    if (cursor.question != question) {
      throw RequestException.invalid(
          "cursor", "The cursor belongs to another question; ask again without it.");
    }
    if (cursor.generation != generation || cursor.builtAt != builtAt) {
      throw new RequestException(
          Code.CURSOR_EXPIRED,
          "cursor",
          "The cursor is of generation %d of the index, which was built anew since (now %d); ask again"
                  .formatted(cursor.generation, generation)
              + " without it.");
    }
    return cursor;
  }

  private static Cursor parse(String text) {
    try {
      ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
      if (bytes.remaining() >= HEADER_BYTES) {
        Cursor cursor =
            new Cursor(
                bytes.getLong(),
                bytes.getLong(),
                bytes.getInt(),
                bytes.getLong(),
                StandardCharsets.UTF_8.decode(bytes).toString());
        if (cursor.shown > 0 && cursor.shown <= Integer.MAX_VALUE) {
          return cursor;
        }
      }
    } catch (IllegalArgumentException e) {
      // Not Base64: refused below.
    }
    throw invalid();
  }

  /** What is said of text that is no cursor. */
  public static RequestException invalid() {
    return RequestException.invalid("cursor", "The cursor is not one that an answer gave out.");
  }
}
