package dev.segue.http.spotify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClientKeysTest {
  @TempDir private Path folder;

  @Test
  void readsIdsAndSecrets() throws Exception {
    assertThat(ClientKeys.read(file("\uFEFF# my programs\n\n app:secret \r\nother:a:b\n")))
        .isEqualTo(Map.of("app", "secret", "other", "a:b"));
    assertThat(ClientKeys.read(file("\uFEFFapp:secret"))).containsOnlyKeys("app");
  }

  @Test
  void saysWhereItIsWrongButNotTheSecret() throws Exception {
    for (String wrong : new String[] {"secret", ":secret", "app:", "app:top secret"}) {
      assertThatThrownBy(() -> ClientKeys.read(file("ok:1\n" + wrong)))
          .as(wrong)
          .isInstanceOf(IOException.class)
          .hasMessageContaining("Line 2 of the client keys")
          .hasMessageContaining("must be id:secret")
          .hasMessageNotContaining("top");
    }
    assertThatThrownBy(() -> ClientKeys.read(file("app:1\napp:2")))
        .hasMessageContaining("each id once");
    assertThatThrownBy(() -> ClientKeys.read(file("# nobody yet\n")))
        .hasMessageContaining("have none");
    assertThatThrownBy(() -> ClientKeys.read(folder.resolve("none")))
        .hasMessageContaining("none cannot be read");
  }

  private Path file(String content) throws IOException {
    return Files.writeString(folder.resolve("keys"), content);
  }
}
