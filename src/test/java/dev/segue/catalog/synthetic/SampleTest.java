package dev.segue.catalog.synthetic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.catalog.CatalogWriter;
import dev.segue.catalog.Track;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** data/sample.csv is what the command in data/README.md makes of it. */
class SampleTest {
  private static final Path SAMPLE = Path.of("data", "sample.csv");
  private static final Pattern COMMAND =
      Pattern.compile("segue generate --tracks (\\d+) --seed (\\d+) --output data/sample\\.csv");

  @Test
  void theSampleIsRegeneratedByteForByte() throws IOException {
    Matcher command = COMMAND.matcher(Files.readString(Path.of("data", "README.md")));
    assertThat(command.find()).as("the command in data/README.md").isTrue();
    StringBuilder csv = new StringBuilder();
    try (CatalogWriter writer = new CatalogWriter(csv)) {
      for (Track track :
          new SyntheticCatalog(
              Long.parseLong(command.group(1)), Long.parseLong(command.group(2)))) {
        writer.write(track);
      }
    }
    assertThat(Files.readString(SAMPLE)).isEqualTo(csv.toString());
    assertThat(Files.size(SAMPLE)).isLessThan(1_200_000);
  }
}
