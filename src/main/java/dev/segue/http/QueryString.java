package dev.segue.http;

import io.javalin.http.BadRequestResponse;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads {@code name=value&name=value}. Stricter than Javalin, which takes broken percent-encoding
 * and broken UTF-8 for other words than were meant.
 */
final class QueryString {
  private QueryString() {}

  /**
   * The values by name, in order.
   *
   * @param raw as it stood in the request, or {@code null}
   * @throws BadRequestResponse when it is no percent-encoded UTF-8
   */
  static Map<String, List<String>> parse(String raw) {
    Map<String, List<String>> values = new LinkedHashMap<>();
    if (raw != null) {
      for (String pair : raw.split("&", -1)) {
        if (!pair.isEmpty()) {
          int equals = pair.indexOf('=');
          String name = decode(equals < 0 ? pair : pair.substring(0, equals));
          String value = equals < 0 ? "" : decode(pair.substring(equals + 1));
          values.computeIfAbsent(name, unused -> new ArrayList<>()).add(value);
        }
      }
    }
    return values;
  }

  private static String decode(String text) {
    byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream decoded = new ByteArrayOutputStream(encoded.length);
    for (int i = 0; i < encoded.length; i++) {
      switch (encoded[i]) {
        case '+' -> decoded.write(' ');
        case '%' -> {
          decoded.write(16 * hexDigit(encoded, i + 1) + hexDigit(encoded, i + 2));
          i += 2;
        }
        default -> decoded.write(encoded[i]);
      }
    }
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(decoded.toByteArray()))
          .toString();
    } catch (CharacterCodingException e) {
      throw new BadRequestResponse();
    }
  }

  private static int hexDigit(byte[] bytes, int at) {
    int digit = at < bytes.length ? Character.digit(bytes[at], 16) : -1;
    if (digit < 0) {
      throw new BadRequestResponse();
    }
    return digit;
  }
}
