package dev.segue.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.segue.catalog.Progress;
import dev.segue.catalog.Track;
import dev.segue.catalog.synthetic.SyntheticCatalog;
import dev.segue.listening.ListeningException;
import dev.segue.listening.log.Event;
import dev.segue.listening.log.EventLog;
import dev.segue.listening.log.EventLogException;
import dev.segue.listening.log.EventType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ListenImportTest {
  private static final Instant NOW = Instant.parse("2026-11-28T12:00:00Z");

  @TempDir private Path folder;
  private Engine engine;
  private Snapshot snapshot;
  private EventLog log;

  @BeforeEach
  void open() throws Exception {
    List<Track> tracks = new ArrayList<>(new SyntheticCatalog(50, 3).tracks().toList());
    Track like = tracks.getFirst();
    tracks.add(song(like, "plain", "Déjà Vu", 40, "Beyoncé", "JAY-Z"));
    tracks.add(song(like, "remaster", "Déjà Vu - 2011 Remaster", 70, "Beyoncé", "JAY-Z"));
    tracks.add(song(like, "live", "Déjà Vu (Live)", 90, "Beyoncé", "JAY-Z"));
    TestIndex index = new TestIndex(folder.resolve("index"));
    index.build(tracks);
    engine = index.open();
    snapshot = engine.snapshot();
    log = EventLog.at(folder.resolve("listening.db").toString());
  }

  private static Track song(Track like, String id, String name, int popularity, String... artists) {
    return new Track(
        id,
        name,
        List.of(artists),
        null,
        List.of(),
        popularity,
        like.durationMillis(),
        null,
        null,
        null,
        like.audio());
  }

  @AfterEach
  void close() {
    log.close();
    snapshot.close();
    engine.close();
  }

  private ListenImport.Result load(String text) throws Exception {
    return load(Files.writeString(folder.resolve("listens.csv"), text));
  }

  private ListenImport.Result load(Path file) throws Exception {
    return new ListenImport(snapshot.index(), log, Clock.fixed(NOW, ZoneOffset.UTC), Progress.NONE)
        .run(List.of(file), Optional.of("me"));
  }

  private List<String> tracks(String user) throws Exception {
    return log.of(user).stream().map(Event::trackId).toList();
  }

  @Test
  void tracksAreFoundByIdElseByName() throws Exception {
    ListenImport.Result result =
        load(
            """
            track,artist,title,timestamp
            live,,,1
            ,beyonce,deja vu,2
            ,Beyoncé feat. JAY-Z,Déjà Vu - Remastered,3
            gone,JAY-Z,DEJA VU (live),4
            Beyoncé - Déjà Vu,,,5
            ,Nobody,Nothing,6
            ,Nobody,Nothing,7
            gone,,,8
            """);
    assertThat(tracks("me")).containsExactly("live", "remaster", "remaster", "live", "remaster");
    assertThat(result.lines()).isEqualTo(8);
    assertThat(result.byId()).isEqualTo(1);
    assertThat(result.byName()).isEqualTo(4);
    assertThat(result.unmatched())
        .containsExactly(
            new ListenImport.Unmatched("", "Nobody", "Nothing", 2),
            new ListenImport.Unmatched("gone", "", "", 1));
  }

  @Test
  void whatIsImportedAgainReplacesItself() throws Exception {
    load("user,track,plays\nann,live,3\nann,plain,1\nann,live,4\n");
    assertThat(log.of("ann").stream().map(Event::plays)).containsExactlyInAnyOrder(7, 1);
    ListenImport.Result again = load("user,track,plays\nann,live,9\n");
    assertThat(again.plays()).isEqualTo(9);
    assertThat(again.events()).isEqualTo(1);
    assertThat(log.of("ann").stream().map(Event::plays)).containsExactlyInAnyOrder(9, 1);
  }

  @Test
  void playsOfOneSecondAddUp() throws Exception {
    ListenImport.Result result =
        load("user,track,plays,timestamp\nann,live,1,100\nann,live,1,200\nann,live,2,200\n");
    assertThat(result.lines()).isEqualTo(3);
    assertThat(result.plays()).isEqualTo(4);
    assertThat(result.events()).isEqualTo(2);
    assertThat(log.of("ann").stream().map(Event::plays)).containsExactly(1, 3);
  }

  @Test
  void whatElseWasDoneIsAnEventOfItsOwn() throws Exception {
    String text =
        """
        user,track,plays,timestamp,type,time_of_day
        ann,live,2,100,play,evening
        ann,live,1,100,like,
        ann,live,1,100,like,
        ann,plain,1,200,skip,night
        """;
    ListenImport.Result result = load(text);
    assertThat(result.lines()).isEqualTo(4);
    assertThat(result.plays()).isEqualTo(2);
    assertThat(result.events()).isEqualTo(3);
    load(text);
    assertThat(log.of("ann"))
        .extracting(Event::type, Event::trackId, Event::plays, Event::context)
        .containsExactlyInAnyOrder(
            tuple(EventType.PLAY, "live", 2, Map.of("time_of_day", "evening")),
            tuple(EventType.LIKE, "live", 1, Map.of()),
            tuple(EventType.SKIP, "plain", 1, Map.of("time_of_day", "night")));
  }

  @Test
  void whatHasNoTimeIsOfTheTimeOfItsFileButNeverOfTheFuture() throws Exception {
    Path file = Files.writeString(folder.resolve("later.csv"), "ann,live,1\n");
    for (Instant changed : List.of(NOW.minusSeconds(60), NOW.plusSeconds(60))) {
      Files.setLastModifiedTime(file, FileTime.from(changed));
      load(file);
      assertThat(log.of("ann"))
          .extracting(event -> event.at().orElseThrow())
          .containsExactly(changed.isAfter(NOW) ? NOW : changed);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ann,live,often,3 ~ plays is a whole number",
        "ann,live,1,3,love ~ type is 'love', allowed are play, skip, like, dislike, save.",
        "ann,live,2,3,like ~ plays is 2, where type is like allowed is 1.",
        "ann,live,1,3,play,dawn ~ time_of_day is 'dawn', allowed are morning, afternoon, evening",
        "ann,live,1,1e12 ~ timestamp is 1e12, which is in the year 33658; are these milliseconds?",
        "a\u0000n,gone,1,3 ~ user has 3 characters, allowed are 1 to 128 that are visible.",
        "ann,live,2147483647,0 ~ the plays of this user and track add up to 2147483648, allowed"
      })
  void aLineThatCannotBeKeptLeavesTheLogAsItWas(String example) throws Exception {
    StringBuilder text = new StringBuilder("user,track,plays,timestamp,type,time_of_day\n");
    for (int i = 0; i < 3000; i++) {
      text.append("ann,live,1,%d\n".formatted(i));
    }
    String[] lineAndMessage = example.split(" ~ ", 2);
    assertThatThrownBy(() -> load(text + lineAndMessage[0]))
        .isInstanceOf(ListeningException.class)
        .hasMessageContaining("listens.csv, line 3002: " + lineAndMessage[1]);
    assertThat(log.of("ann")).isEmpty();
    assertThat(load(text.toString()).events()).isEqualTo(3000);
    assertThat(log.of("ann")).hasSize(3000);
  }

  @Test
  void whatIsLongerThanAnIdIsNobody() {
    String name = "n".repeat(Event.LONGEST_ID + 1);
    assertThatThrownBy(() -> load("ann,live,1\n" + name + ",live,1\n"))
        .isInstanceOf(ListeningException.class)
        .hasMessageContaining("listens.csv, line 2: user has 129 characters");
  }

  /** A trigger is the database that fails midway. */
  @Test
  void aDatabaseThatFailsMidwaySaysHowMuchItKept() throws Exception {
    StringBuilder text = new StringBuilder("user,track,plays,timestamp\n");
    for (int i = 0; i < 2500; i++) {
      text.append("ann,live,1,%d\n".formatted(i));
    }
    assertThat(log.count()).isZero(); // and so the schema is there
    database(
        "create trigger full before insert on event when (select count(*) from event) >= 1700"
            + " begin select raise(abort, 'full'); end");
    assertThatThrownBy(() -> load(text.toString()))
        .isInstanceOf(EventLogException.class)
        .hasMessageEndingWith(
            "; 1,000 of 2,500 events were kept, and importing again keeps the others.");
    assertThat(log.count()).isEqualTo(1000);
    database("drop trigger full");
    assertThat(load(text.toString()).events()).isEqualTo(2500);
    assertThat(log.count()).isEqualTo(2500);
  }

  private void database(String statement) throws Exception {
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("listening.db"));
        Statement sql = connection.createStatement()) {
      sql.execute(statement);
    }
  }
}
