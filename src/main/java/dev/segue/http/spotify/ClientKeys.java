package dev.segue.http.spotify;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Who may ask, from a file: {@code id:secret} in every line; what begins with # is a comment. */
public final class ClientKeys {
  private static final Pattern LINE = Pattern.compile("([^\\s:#][^\\s:]*):(\\S+)");

  /** Some editors begin a file with it. */
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private ClientKeys() {}

  /**
   * Reads the file.
   *
   * @return the secrets by the ids, at least one
   * @throws IOException naming the file, and the line where one is wrong
   */
  public static Map<String, String> read(Path file) throws IOException {
    List<String> lines;
    try {
      lines = Files.readAllLines(file);
    } catch (IOException e) {
      throw new IOException("The client keys %s cannot be read.".formatted(file), e);
    }
    Map<String, String> keys = new HashMap<>();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).replace(BYTE_ORDER_MARK, "").strip();
      if (!line.isEmpty() && !line.startsWith("#")) {
        Matcher key = LINE.matcher(line);
        if (!key.matches() || keys.putIfAbsent(key.group(1), key.group(2)) != null) {
          throw new IOException(
              "Line %d of the client keys %s must be id:secret, each id once."
                  .formatted(i + 1, file));
        }
      }
    }
    if (keys.isEmpty()) {
      throw new IOException("The client keys %s have none; write id:secret.".formatted(file));
    }
    return keys;
  }
}
