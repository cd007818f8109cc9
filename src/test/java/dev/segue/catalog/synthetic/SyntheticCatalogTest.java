package dev.segue.catalog.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.segue.catalog.Track;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SyntheticCatalogTest {
  @Test
  void theSameSeedGivesTheSameTracks() {
    assertThat(tracks(3_000, 11)).isEqualTo(tracks(3_000, 11));
    assertThat(tracks(10, 11)).doesNotContainAnyElementsOf(tracks(10, 12));
  }

  @Test
  void aSmallerCatalogueIsTheBeginningOfALargerOne() {
    assertThat(tracks(2_000, 11)).startsWith(tracks(777, 11).toArray(Track[]::new));
  }

  @Test
  void iterationsDoNotDisturbEachOther() {
    SyntheticCatalog catalog = new SyntheticCatalog(100, 11);
    Iterator<Track> one = catalog.iterator();
    Iterator<Track> other = catalog.iterator();
    while (one.hasNext()) {
      assertThat(one.next()).isEqualTo(other.next());
    }
    assertThat(other.hasNext()).isFalse();
    assertThatThrownBy(other::next).isInstanceOf(NoSuchElementException.class);
  }

  @Test
  void nothingIsInventedBeforeSomebodyAsks() {
    assertThat(new SyntheticCatalog(Long.MAX_VALUE, 11).tracks().limit(50).toList())
        .isEqualTo(tracks(50, 11));
  }

  @Test
  void mayBeEmptyButNotLess() {
    assertThat(tracks(0, 1)).isEmpty();
    assertThatThrownBy(() -> new SyntheticCatalog(-1, 1)).hasMessageContaining("tracks is -1");
  }

  @Test
  void idsAreUnique() {
    int count = 200_000;
    Set<String> ids = new HashSet<>();
    for (Track track : new SyntheticCatalog(count, 11)) {
      ids.add(track.id());
    }
    assertThat(ids).hasSize(count).allMatch(id -> id.matches("[0-9A-Za-z]{22}"));
  }

  @Test
  void artistsNamesAreMostlyDistinct() {
    Roster roster = new Roster(11);
    Set<String> names = new HashSet<>();
    int artists = 100_000;
    for (int i = 0; i < artists; i++) {
      names.add(roster.artist(i).name());
    }
    assertThat(names).hasSizeGreaterThan((int) (0.8 * artists));
  }

  private static List<Track> tracks(long count, long seed) {
    return new SyntheticCatalog(count, seed).tracks().toList();
  }
}
