package dev.segue.catalog.synthetic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.catalog.Track;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SyntheticListenersTest {
  private static final List<Track> TRACKS = new SyntheticCatalog(2_000, 7).tracks().toList();
  private static final Map<String, Track> BY_ID =
      TRACKS.stream().collect(Collectors.toMap(Track::id, Function.identity()));

  private static List<SyntheticListeners.Deed> plays(int listener, long seed) {
    return deeds(listener, seed).stream().filter(deed -> deed.type().equals("play")).toList();
  }

  private static List<SyntheticListeners.Deed> deeds(int listener, long seed) {
    List<SyntheticListeners.Deed> deeds = new ArrayList<>();
    new SyntheticListeners(TRACKS, seed).listen(listener, deeds::add);
    return deeds;
  }

  @Test
  void whatIsLikedIsPlayedMoreAndNeverSkipped() {
    int skips = 0;
    for (int listener = 0; listener < 20; listener++) {
      Map<String, List<String>> tracks =
          deeds(listener, 1).stream()
              .collect(
                  Collectors.groupingBy(
                      SyntheticListeners.Deed::type,
                      Collectors.mapping(SyntheticListeners.Deed::trackId, Collectors.toList())));
      List<String> plays = tracks.get("play");
      Set<String> likes = Set.copyOf(tracks.get("like"));
      assertThat(tracks.get("like")).isNotEmpty().doesNotHaveDuplicates();
      double likedPlays = plays.stream().filter(likes::contains).count();
      double played = Set.copyOf(plays).size();
      assertThat(likedPlays / likes.size()).isGreaterThan(plays.size() / played);
      assertThat(tracks.getOrDefault("skip", List.of())).doesNotContainAnyElementsOf(likes);
      skips += tracks.getOrDefault("skip", List.of()).size();
    }
    assertThat(skips).isPositive();
  }

  /** Of those who listen at night and at other times. */
  @Test
  void nightsAreCalmer() {
    double calmer = 0;
    int listeners = 0;
    for (int listener = 0; listener < 60; listener++) {
      Map<String, Double> energy =
          plays(listener, 1).stream()
              .collect(
                  Collectors.groupingBy(
                      SyntheticListeners.Deed::timeOfDay,
                      Collectors.averagingDouble(
                          play -> BY_ID.get(play.trackId()).audio().energy())));
      if (energy.containsKey("night") && energy.containsKey("afternoon")) {
        calmer += energy.get("afternoon") - energy.get("night");
        listeners++;
      }
    }
    assertThat(listeners).isGreaterThan(5);
    assertThat(calmer / listeners).isGreaterThan(.05);
  }

  @Test
  void theSameSeedIsTheSameListening() {
    assertThat(plays(3, 1))
        .isEqualTo(plays(3, 1))
        .isNotEqualTo(plays(3, 2))
        .isNotEqualTo(plays(4, 1));
  }

  @Test
  void nobodyHearsTwoThingsAtOnce() {
    for (int listener = 0; listener < 50; listener++) {
      List<SyntheticListeners.Deed> plays = plays(listener, 1);
      assertThat(plays).hasSizeGreaterThan(5);
      for (int i = 1; i < plays.size(); i++) {
        Track before = BY_ID.get(plays.get(i - 1).trackId());
        assertThat(plays.get(i).at())
            .isAfterOrEqualTo(plays.get(i - 1).at().plusMillis(before.durationMillis()));
        assertThat(plays.get(i).user()).isEqualTo("listener-" + (listener + 1));
      }
    }
  }

  /** What one of them hears has more of its genres in common than what two of them hear. */
  @Test
  void everybodyHasTheirTaste() {
    List<Map<String, Integer>> genres = new ArrayList<>();
    for (int listener = 0; listener < 60; listener++) {
      Map<String, Integer> counts = new HashMap<>();
      Set<String> heard = new HashSet<>();
      for (SyntheticListeners.Deed play : plays(listener, 1)) {
        if (heard.add(play.trackId())) {
          BY_ID.get(play.trackId()).genres().forEach(genre -> counts.merge(genre, 1, Integer::sum));
        }
      }
      genres.add(counts);
    }
    double within = 0;
    double between = 0;
    for (int listener = 0; listener < 60; listener++) {
      within += alike(genres.get(listener), genres.get(listener));
      between += alike(genres.get(listener), genres.get((listener + 1) % 60));
    }
    assertThat(within).isGreaterThan(3 * between);
  }

  /** How often a random genre of each is the same. */
  private static double alike(Map<String, Integer> one, Map<String, Integer> other) {
    double ones = one.values().stream().mapToInt(count -> count).sum();
    double others = other.values().stream().mapToInt(count -> count).sum();
    return one.entrySet().stream()
        .mapToDouble(each -> each.getValue() / ones * other.getOrDefault(each.getKey(), 0) / others)
        .sum();
  }

  @Test
  void hitsAreHeardMoreOften() {
    double heard = 0;
    int plays = 0;
    for (int listener = 0; listener < 60; listener++) {
      for (SyntheticListeners.Deed play : plays(listener, 1)) {
        heard += popularity(BY_ID.get(play.trackId()));
        plays++;
      }
    }
    double usual =
        TRACKS.stream().mapToInt(SyntheticListenersTest::popularity).average().orElseThrow();
    assertThat(heard / plays).isGreaterThan(1.3 * usual);
  }

  private static int popularity(Track track) {
    return track.popularity() == null ? 0 : track.popularity();
  }
}
