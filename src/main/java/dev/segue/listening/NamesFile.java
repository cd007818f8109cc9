package dev.segue.listening;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Reads what items are called: lines of an id and a name, and perhaps more, parted as those of an
 * {@link InteractionFile}. A first line that begins with {@code id} is a header.
 */
public final class NamesFile {
  private NamesFile() {}

  /**
   * Reads a file.
   *
   * @return names by ids
   * @throws ListeningException naming the line when one is no such pair, or when there is none
   */
  public static Map<String, String> read(Path path) throws IOException {
    Map<String, String> names = new LinkedHashMap<>();
    try (BufferedReader text = SeparatedText.open(path)) {
      SeparatedText.read(
          path,
          text,
          (line, number) -> {
            if (line.size() < 2 || line.get(0).isEmpty()) {
              throw SeparatedText.wrong(
                  path, number, String.join(" ", line.values()), "a line has an id and a name");
            }
            names.put(line.get(0), line.get(1));
          });
    }
    names.remove("id");
    if (names.isEmpty()) {
      throw new ListeningException("%s has no names.".formatted(path));
    }
    return names;
  }
}
