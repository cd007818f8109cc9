package dev.segue.bench;

import dev.segue.catalog.Track;
import dev.segue.index.IndexedTrack;
import dev.segue.index.TrackIndex;
import dev.segue.search.SearchRequest;
import dev.segue.vector.FeatureSpace;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/** Random tracks of a catalogue to ask about, drawn with replacement. */
final class Seeds {
  /** How many are drawn where the catalogue allows. */
  static final int COUNT = 4_096;

  /** How many tracks are looked at, where many cannot be asked about. */
  private static final int MOST_DRAWS = 10 * COUNT;

  private static final Pattern BLANKS = Pattern.compile("\\s+");
  private static final Pattern SIGNS = Pattern.compile("[^\\p{L}\\p{N}]*");

  private final TrackIndex index;
  private final RandomGenerator random;

  Seeds(TrackIndex index, RandomGenerator random) {
    this.index = index;
    this.random = random;
  }

  /** What can be made of a track, if anything. */
  private interface Making<T> {
    Optional<T> of(Track track) throws IOException;
  }

  /** Tracks that have a place in a space; empty when none is found. */
  List<IndexedTrack> in(FeatureSpace space) throws IOException {
    return draw(
        track -> {
          // As the API finds it: of several with one id, the first.
          IndexedTrack seed = index.byId(track.id()).orElseThrow();
          return index.vector(space, seed.ordinal()).map(vector -> seed);
        });
  }

  /** Two words each, one of a title and one of its artists; empty when no track has such words. */
  List<String> twoWords() throws IOException {
    return draw(
        track -> {
          String artist = track.artists().get(random.nextInt(track.artists().size()));
          return word(track.name())
              .flatMap(first -> word(artist).map(second -> first + " " + second))
              .filter(text -> text.length() <= SearchRequest.MAX_LENGTH);
        });
  }

  private <T> List<T> draw(Making<T> making) throws IOException {
    List<T> drawn = new ArrayList<>(COUNT);
    for (int draws = 0; drawn.size() < COUNT && draws < MOST_DRAWS; draws++) {
      making.of(index.track(random.nextInt(index.size()))).ifPresent(drawn::add);
    }
    return drawn;
  }

  /** A random word of a text, signs apart. */
  private Optional<String> word(String text) {
    List<String> words =
        BLANKS.splitAsStream(text).filter(word -> !SIGNS.matcher(word).matches()).toList();
    return words.isEmpty()
        ? Optional.empty()
        : Optional.of(words.get(random.nextInt(words.size())));
  }
}
