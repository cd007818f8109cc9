package dev.segue.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.catalog.AudioFeatures;
import dev.segue.catalog.Track;
import java.util.List;
import org.junit.jupiter.api.Test;

class EntityTest {
  private static final AudioFeatures AUDIO =
      new AudioFeatures(.5, .5, 1, -8, 1, .1, .1, 0, .1, .5, 120, 4);

  /** Programs keep ids: they may never change. */
  @Test
  void idsAreForEver() {
    assertThat(Entity.artistId("Radiohead")).isEqualTo("GCvdjPq4aOq2QPgmXJhGBj");
    assertThat(Entity.ALBUM.ids(track("OK Computer", "Radiohead")))
        .containsExactly("Yg85fVrClJitWoW9NoNZD5");
  }

  @Test
  void anotherSpellingOfANameHasItsId() {
    assertThat(Entity.artistId("BEYONCE")).isEqualTo(Entity.artistId("Beyoncé"));
    assertThat(Entity.artistId("Beyonce Knowles")).isNotEqualTo(Entity.artistId("Beyoncé"));
  }

  @Test
  void anAlbumIsThatOfItsMainArtist() {
    List<String> id = Entity.ALBUM.ids(track("Greatest Hits", "Queen", "David Bowie"));
    assertThat(Entity.ALBUM.ids(track("Greatest hits", "queen"))).isEqualTo(id);
    assertThat(Entity.ALBUM.ids(track("Greatest Hits", "David Bowie", "Queen"))).isNotEqualTo(id);
    assertThat(Entity.ALBUM.ids(track(null, "Queen"))).isEmpty();
  }

  @Test
  void namesAreThoseOfTheTrack() {
    Track track = track("Hot Space", "Queen", "David Bowie");
    assertThat(Entity.ARTIST.name(track, Entity.artistId("david bowie"))).isEqualTo("David Bowie");
    assertThat(Entity.ALBUM.name(track, Entity.ALBUM.ids(track).getFirst())).isEqualTo("Hot Space");
  }

  private static Track track(String album, String... artists) {
    return new Track(
        "id", "Name", List.of(artists), album, List.of(), 10, 200_000, false, 2000, null, AUDIO);
  }
}
