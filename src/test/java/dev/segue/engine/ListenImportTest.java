package dev.segue.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.segue.catalog.Progress;
import dev.segue.catalog.Track;
import dev.segue.catalog.synthetic.SyntheticCatalog;
import dev.segue.listening.ListeningException;
import dev.segue.listening.log.Event;
import dev.segue.listening.log.EventLog;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ListenImportTest {
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
    Path file = Files.writeString(folder.resolve("listens.csv"), text);
    return new ListenImport(snapshot.index(), log, Progress.NONE)
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
    load("user,track,plays,timestamp\nann,live,1,100\nann,live,1,200\nann,live,1,200\n");
    assertThat(log.of("ann")).hasSize(4);
  }

  @Test
  void aLineThatCannotBeReadLeavesTheLogAsItWas() throws Exception {
    StringBuilder text = new StringBuilder("user,track,plays,timestamp\n");
    for (int i = 0; i < 3000; i++) {
      text.append("ann,live,1,%d\n".formatted(i));
    }
    assertThatThrownBy(() -> load(text + "ann,live,often,3\n"))
        .isInstanceOf(ListeningException.class)
        .hasMessageContaining("line 3002: plays is");
    assertThat(log.of("ann")).isEmpty();
    assertThat(load(text.toString()).events()).isEqualTo(3000);
    assertThat(log.of("ann")).hasSize(3000);
  }
}
