package dev.segue.listening.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.segue.query.RequestException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SqliteEventLogTest extends EventLogContract implements AffinitiesContract {
  @TempDir private Path folder;
  private int databases;

  @Override
  public String emptyDatabase() {
    databases++;
    return folder.resolve("listening%d.db".formatted(databases)).toString();
  }

  private static Event event(String userId) {
    return event("event", userId);
  }

  private static Event event(String eventId, String userId) {
    return new Event(
        eventId, userId, "t", EventType.PLAY, Optional.of(NOON), Optional.empty(), 1, Map.of());
  }

  /** Not only no row: no byte. */
  @Test
  void whoIsForgottenIsGoneFromTheDisk() throws Exception {
    try (EventLog log = EventLog.at(folder.resolve("erased.db").toString())) {
      log.add(List.of(event("Rumpelstilzchen")), NOON);
      assertThat(bytes()).contains("Rumpelstilzchen");
      log.delete("Rumpelstilzchen");
      assertThat(bytes()).doesNotContain("Rumpelstilzchen");
    }
  }

  @Test
  void whatIsTakenBackIsGoneFromTheDiskWithTheNextCut() throws Exception {
    try (EventLog log = EventLog.at(folder.resolve("erased.db").toString())) {
      log.add(List.of(event("Rumpelstilzchen")), NOON);
      String event = log.of("Rumpelstilzchen").getFirst().eventId();
      assertThat(log.delete("Rumpelstilzchen", event)).isEqualTo(1);
      log.cut();
      assertThat(bytes()).doesNotContain("Rumpelstilzchen");
    }
  }

  /** Many who are forgotten at once, of whom one cuts for all. */
  @Test
  void allWhoAreForgottenAtOnceAreGone() throws Exception {
    try (EventLog log = EventLog.at(folder.resolve("erased.db").toString());
        ExecutorService users = Executors.newFixedThreadPool(8)) {
      List<Event> events =
          IntStream.range(0, 40).mapToObj(i -> event("e" + i, "Rumpelstilzchen" + i)).toList();
      log.add(events, NOON);
      List<Callable<Integer>> goodbyes =
          events.stream()
              .<Callable<Integer>>map(event -> () -> log.delete(event.userId()))
              .toList();
      for (Future<Integer> each : users.invokeAll(goodbyes)) {
        assertThat(each.get()).isEqualTo(1);
      }
      assertThat(bytes()).doesNotContain("Rumpelstilzchen");
    }
  }

  /** Somebody who reads meanwhile holds the file up, and it is cut when they have done. */
  @Test
  void whoIsForgottenIsGoneAlsoWhenSomebodyIsReading() throws Exception {
    Path file = folder.resolve("erased.db");
    try (EventLog log = EventLog.at(file.toString())) {
      log.add(List.of(event("Rumpelstilzchen")), NOON);
      try (Connection reader = DriverManager.getConnection("jdbc:sqlite:" + file);
          Statement statement = reader.createStatement()) {
        reader.setAutoCommit(false);
        assertThat(statement.executeQuery("select count(*) from event").next()).isTrue();
        log.delete("Rumpelstilzchen");
        reader.rollback();
      }
      log.cut();
      assertThat(bytes()).doesNotContain("Rumpelstilzchen");
    }
  }

  @Test
  void nothingIsMadeBeforeAnEventComes() throws Exception {
    Path file = folder.resolve("later").resolve("listening.db");
    try (EventLog log = EventLog.at(file.toString())) {
      assertThat(file.getParent()).doesNotExist();
      log.add(List.of(event("ann")), NOON);
      assertThat(file).exists();
    }
  }

  /** A file that may not grow is as good as a disk that is full. */
  @Test
  void aFullDiskKeepsWhatWasThere() throws Exception {
    String place = "jdbc:sqlite:%s?max_page_count=40".formatted(folder.resolve("full.db"));
    try (EventLog log = EventLog.at(place)) {
      log.add(List.of(event("ann")), NOON);
      List<Event> many = new ArrayList<>();
      for (int i = 0; i < 1000; i++) {
        many.add(
            new Event(
                "e" + i,
                "a user with a long name ".repeat(5) + i % 7,
                "t",
                EventType.PLAY,
                Optional.of(NOON),
                Optional.empty(),
                1,
                Map.of()));
      }
      assertThatThrownBy(() -> log.add(many, NOON))
          .isInstanceOf(EventLogException.class)
          .hasMessage("The disk of the listening database is full; nothing was kept.");
      assertThat(log.of(many.getFirst().userId())).isEmpty();
      assertThat(log.of("ann")).containsExactly(event("ann"));
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
      assertThatThrownBy(() -> log.add(List.of(event("Zoe")), NOON))
          .isInstanceOf(EventLogException.class)
          .hasNoCause()
          .hasMessage("The listening database is no database of SQLite; nothing was kept.");
      assertThatThrownBy(() -> log.delete("Zoe")).hasMessageEndingWith("; nothing was erased.");
      assertThatThrownBy(() -> log.of("Zoe")).hasMessageEndingWith("; nothing was read.");
    }
  }

  /** Many at once stand in a line, where four connections would fight for SQLite's lock. */
  @Test
  void manyWritersAllGetTheirTurn() throws Exception {
    try (EventLog log = EventLog.at(emptyDatabase());
        ExecutorService writers = Executors.newFixedThreadPool(48)) {
      List<Future<Receipt>> receipts = new ArrayList<>();
      for (int i = 0; i < 480; i++) {
        Event event = event("e" + i, "ann");
        receipts.add(writers.submit(() -> log.add(List.of(event), NOON)));
      }
      for (Future<Receipt> each : receipts) {
        assertThat(each.get()).isEqualTo(new Receipt(1, 0));
      }
    }
  }

  /** Which is not away: others read meanwhile, and who comes afterwards writes at once. */
  @Test
  void aDatabaseThatSomebodyElseWritesToIsBusy() throws Exception {
    Path file = folder.resolve("busy.db");
    try (EventLog log = EventLog.at(file.toString());
        Connection other = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = other.createStatement()) {
      log.add(List.of(event("ann")), NOON);
      statement.execute("begin immediate");
      assertThatThrownBy(() -> log.add(List.of(event("e2", "ann")), NOON))
          .isInstanceOf(EventLogException.class)
          .hasMessage("The listening database is busy at the moment; nothing was kept.");
      assertThat(log.of("ann")).containsExactly(event("ann"));
      statement.execute("rollback");
      assertThat(log.add(List.of(event("e2", "ann")), NOON)).isEqualTo(new Receipt(1, 0));
    }
  }

  /** Whatever has failed to be opened is not tried again for a moment, and then it is. */
  @Test
  void nobodyWaitsForWhatSomebodyElseWaitedForInVain() throws Exception {
    Path file = Files.createDirectory(folder.resolve("folder.db"));
    String unopened = "The file of the listening database cannot be opened: see its folder";
    try (EventLog log = EventLog.at(file.toString())) {
      assertThatThrownBy(() -> log.add(List.of(event("ann")), NOON)).hasMessageContaining(unopened);
      long start = System.nanoTime();
      for (int i = 0; i < 100; i++) {
        assertThatThrownBy(() -> log.of("ann")).hasMessageContaining(unopened);
      }
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMillis(1_900));
      Files.delete(file);
      Thread.sleep(2_100);
      assertThat(log.add(List.of(event("ann")), NOON)).isEqualTo(new Receipt(1, 0));
    }
  }

  @Test
  void whatCannotBeWrittenOrIsDamagedIsNamed() throws Exception {
    Path file = folder.resolve("named.db");
    try (EventLog log = EventLog.at(file.toString())) {
      log.add(List.of(event("ann")), NOON);
    }
    try (EventLog log = EventLog.at("jdbc:sqlite:file:%s?mode=ro".formatted(file))) {
      assertThatThrownBy(() -> log.add(List.of(event("bob")), NOON))
          .hasMessage("The listening database is read-only; nothing was kept.");
    }
    byte[] bytes = Files.readAllBytes(file);
    Arrays.fill(bytes, 4096, bytes.length, (byte) 'x');
    Files.write(file, bytes);
    try (EventLog log = EventLog.at(file.toString())) {
      assertThatThrownBy(() -> log.of("ann"))
          .hasMessage("The listening database is damaged; nothing was read.");
    }
  }

  /** Without the address, in which there may be a password. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:mysql://u:secret@h/db",
        "jdbc:",
        "jdbc:postgresql://h:port/db?password=secret",
        "postgresql://u:secret@h/db"
      })
  void addressesOfNoDatabaseAreRefused(String place) {
    assertThatThrownBy(() -> EventLog.at(place))
        .isInstanceOf(RequestException.class)
        .hasNoCause()
        .hasMessageStartingWith(
            "listening names a database that Segue does not know; it knows jdbc:")
        .hasMessageNotContaining("secret");
  }
}
