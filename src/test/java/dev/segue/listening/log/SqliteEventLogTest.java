package dev.segue.listening.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteEventLogTest extends EventLogContract {
  @TempDir private Path folder;
  private int databases;

  @Override
  String emptyDatabase() {
    databases++;
    return folder.resolve("listening%d.db".formatted(databases)).toString();
  }

  private static Event event(String userId) {
    return new Event(
        "event", userId, "t", EventType.PLAY, Instant.EPOCH, Optional.empty(), 1, Map.of());
  }

  /** Not only no row: no byte. */
  @Test
  void whoIsForgottenIsGoneFromTheDisk() throws Exception {
    try (EventLog log = EventLog.at(folder.resolve("erased.db").toString())) {
      log.add(List.of(event("Rumpelstilzchen")));
      assertThat(bytes()).contains("Rumpelstilzchen");
      log.delete("Rumpelstilzchen");
      assertThat(bytes()).doesNotContain("Rumpelstilzchen");
    }
  }

  private String bytes() throws IOException {
    StringBuilder all = new StringBuilder();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(each -> each.toString().contains("erased")).toList()) {
        all.append(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
      }
    }
    return all.toString();
  }

  @Test
  void aFileThatIsNoDatabaseIsAnError() throws Exception {
    Path file = Files.writeString(folder.resolve("text.db"), "no database ".repeat(1000));
    try (EventLog log = EventLog.at(file.toString())) {
      assertThatThrownBy(() -> log.add(List.of(event("Zoe"))))
          .isInstanceOf(EventLogException.class)
          .hasNoCause()
          .message()
          .doesNotContain("Zoe");
    }
  }
}
