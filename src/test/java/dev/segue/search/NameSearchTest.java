package dev.segue.search;

import static dev.segue.index.Songs.song;
import static dev.segue.index.Songs.withPopularity;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.segue.catalog.Track;
import dev.segue.index.EntityHit;
import dev.segue.query.Entity;
import dev.segue.query.RequestException;
import dev.segue.query.TrackFilter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NameSearchTest {
  private Searched catalogue;
  private NameSearch search;

  @BeforeAll
  void build(@TempDir Path folder) throws Exception {
    List<Track> songs =
        List.of(
            withPopularity(song("violet", "Violet", "Courtney Love", "Skin", "rock"), 60),
            withPopularity(song("alone", "Alone Again Or", "Love", "Forever Changes", "rock"), 40),
            withPopularity(song("creep", "Creep", "Radiohead", "Pablo Honey", "rock"), 85),
            song("nude", "Nude", "Radiohead", "In Rainbows", "rock"),
            song("tnt", "T.N.T.", "AC/DC", "High Voltage", "rock"),
            withPopularity(song("cover", "ACDC", "Somebody", "Covers", "rock"), 95),
            withPopularity(song("queen", "We Will Rock You", "Queen", "Greatest Hits", "rock"), 90),
            withPopularity(song("abba", "SOS", "ABBA", "Greatest Hits", "pop"), 70),
            withPopularity(song("dance", "Dancing Queen", "ABBA", "Arrival", "pop"), 80),
            withPopularity(song("god", "God's Plan", "Drake", "Scorpion", "hip-hop"), 75),
            song("kino", "Группа крови", "Кино", "Группа крови", "rock"),
            together("Under Pressure", "Hot Space", "Queen", "David Bowie"));
    catalogue = new Searched(songs, folder);
    search = new NameSearch(catalogue.index, catalogue.search);
  }

  private static Track together(String name, String album, String... artists) {
    Track track = song(name, name, artists[0], album, "rock");
    return new Track(
        track.id(),
        name,
        List.of(artists),
        album,
        track.genres(),
        track.popularity(),
        track.durationMillis(),
        track.explicit(),
        track.year(),
        null,
        track.audio());
  }

  @AfterAll
  void close() throws Exception {
    catalogue.close();
  }

  @Test
  void whoIsJustSoNamedComesFirst() throws Exception {
    assertThat(artists("love")).containsExactly("Love", "Courtney Love");
    assertThat(artists("LÓVE")).startsWith("Love");
    assertThat(artists("courtney love")).containsExactly("Courtney Love");
  }

  @Test
  void wordsAreThoseOfOneArtist() throws Exception {
    assertThat(artists("bowie")).containsExactly("David Bowie");
    assertThat(artists("queen")).containsExactly("Queen");
    assertThat(albums("hot queen")).containsExactly("Hot Space");
  }

  @Test
  void anAlbumByItsTitleAndItsArtist() throws Exception {
    assertThat(albums("greatest hits")).containsExactly("Greatest Hits", "Greatest Hits");
    assertThat(found(Entity.ALBUM, "greatest hits abba"))
        .extracting(EntityHit::id)
        .containsExactly(id(Entity.ALBUM, "abba"));
    assertThat(albums("scorpion")).containsExactly("Scorpion");
    assertThat(albums("arrival drake")).as("nobody's").doesNotContain("Scorpion");
  }

  @Test
  void typosAreForgiven() throws Exception {
    assertThat(artists("radiohaed")).containsExactly("Radiohead");
    assertThat(albums("scorpoin")).containsExactly("Scorpion");
  }

  @Test
  void howeverItIsWritten() throws Exception {
    assertThat(artists("acdc")).containsExactly("AC/DC");
    assertThat(artists("ac dc")).containsExactly("AC/DC");
    assertThat(artists("kino")).containsExactly("Кино");
  }

  @Test
  void whoseSongIsMeant() throws Exception {
    assertThat(artists("gods plan drake")).containsExactly("Drake");
    assertThat(albums("gods plan")).containsExactly("Scorpion");
  }

  @Test
  void withoutWordsEveryone() throws Exception {
    assertThat(artists(" ")).startsWith("Somebody", "Queen", "Radiohead").hasSize(10);
    assertThat(artists("*")).hasSize(10);
    assertThat(artists("???")).isEmpty();
    assertThat(search.search(Entity.ARTIST, "", new TrackFilter.GenreAnyOf(Set.of("hip-hop"))))
        .containsExactly(new EntityHit(Entity.artistId("Drake"), 1, 9));
    assertThat(search.search(Entity.ARTIST, "radiohead", new TrackFilter.GenreAnyOf(Set.of("pop"))))
        .isEmpty();
  }

  @Test
  void tooLong() {
    assertThatThrownBy(() -> artists("a".repeat(501)))
        .isInstanceOf(RequestException.class)
        .hasMessage("q has 501 characters, allowed are 500.");
  }

  private List<String> artists(String q) throws Exception {
    return names(Entity.ARTIST, q);
  }

  private List<String> albums(String q) throws Exception {
    return names(Entity.ALBUM, q);
  }

  private List<String> names(Entity entity, String q) throws Exception {
    List<String> names = new ArrayList<>();
    for (EntityHit hit : found(entity, q)) {
      names.add(entity.name(catalogue.index.track(hit.ordinal()), hit.id()));
    }
    return names;
  }

  private List<EntityHit> found(Entity entity, String q) throws Exception {
    return search.search(entity, q, TrackFilter.EVERYTHING);
  }

  /** The id of a track's first artist, or of its album. */
  private String id(Entity entity, String track) throws Exception {
    return entity.ids(catalogue.index.byId(track).orElseThrow().track()).getFirst();
  }
}
