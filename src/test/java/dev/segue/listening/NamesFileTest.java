package dev.segue.listening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NamesFileTest {
  @TempDir private Path folder;

  private Path file(String text) throws Exception {
    return Files.writeString(folder.resolve("names"), text);
  }

  @Test
  void readsIdsAndNames() throws Exception {
    Path file = file("id\tname\turl\n1\tMALICE MIZER\thttp://x\n\n2\tSigur \"Rós\"\n");
    assertThat(NamesFile.read(file))
        .containsExactly(entry("1", "MALICE MIZER"), entry("2", "Sigur \"Rós\""));
  }

  @Test
  void saysWhatIsWrong() {
    assertThatThrownBy(() -> NamesFile.read(file("1\tA\nB\n")))
        .isInstanceOf(ListeningException.class)
        .hasMessageContaining("line 2: a line has an id and a name: 'B'");
    assertThatThrownBy(() -> NamesFile.read(file("id,name\n")))
        .isInstanceOf(ListeningException.class)
        .hasMessageContaining("has no names");
  }
}
