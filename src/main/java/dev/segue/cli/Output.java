package dev.segue.cli;

import com.google.errorprone.annotations.FormatMethod;
import dev.segue.http.api.Json;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/**
 * Where a command's answer goes: as JSON, or as lines for people. Control characters in names are
 * replaced, so that a catalogue cannot steer a terminal.
 */
final class Output {
  private final PrintWriter out;
  private final boolean json;

  Output(PrintWriter out, boolean json) {
    this.out = out;
    this.json = json;
  }

  /** Writes an answer, its lines only when no JSON is wanted. */
  <T> void answer(T answer, Consumer<T> lines) {
    if (json) {
      out.println(Json.pretty(answer));
    } else {
      lines.accept(answer);
    }
    out.flush();
  }

  /** Writes a file's content. */
  void text(byte[] utf8) {
    out.print(
        new String(utf8, StandardCharsets.UTF_8).replaceAll("[\\p{Cntrl}&&[^\n\r\t]]", "\uFFFD"));
  }

  @FormatMethod
  void line(String format, Object... values) {
    out.println(format.formatted(values).replaceAll("\\p{Cntrl}", "\uFFFD"));
  }
}
