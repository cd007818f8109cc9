package dev.segue;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.JavaFormatterOptions;
import com.google.googlejavaformat.java.RemoveUnusedImports;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every Java file stands in google-java-format.
 *
 * <p>To format instead of complaining: {@code mvn test -Dtest=FormatTest -Dformat=apply}. (A test
 * and no plugin, since the formatter must run on the JDK of the sources, not on Maven's.)
 */
class FormatTest {
  private static final boolean APPLY = "apply".equals(System.getProperty("format"));

  @Test
  void everyFileIsFormatted() throws Exception {
    Formatter formatter = new Formatter(JavaFormatterOptions.defaultOptions());
    List<String> unformatted = new ArrayList<>();
    try (Stream<Path> files = Files.walk(Path.of("src"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".java")).sorted().toList()) {
        String source = Files.readString(file);
        String formatted =
            formatter.formatSourceAndFixImports(RemoveUnusedImports.removeUnusedImports(source));
        if (!formatted.equals(source)) {
          unformatted.add(file.toString());
          if (APPLY) {
            Files.writeString(file, formatted);
          }
        }
      }
    }
    if (!APPLY) {
      assertThat(unformatted)
          .as("not formatted; `mvn test -Dtest=FormatTest -Dformat=apply` does it")
          .isEmpty();
    }
  }
}
