package dev.segue.recommend;

import dev.segue.catalog.NumericField;
import dev.segue.index.TrackIndex;
import dev.segue.query.Quoted;
import dev.segue.query.RequestException;
import dev.segue.query.TrackFilter;
import java.io.IOException;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Something that answers shall be like, or, with a weight below 0, not like. Weights lie in [-10,
 * 10] and are not 0.
 */
public sealed interface Seed {
  /** The largest weight. */
  double MAX_WEIGHT = 10;

  /** How much it counts, and to which side. */
  double weight();

  /** Whether an index knows it. */
  boolean isIn(TrackIndex index) throws IOException;

  /** What is said, without its position, where an index does not. */
  RequestException unknown();

  /**
   * A track.
   *
   * @param id of the first track in the catalogue that has it
   */
  record OfTrack(String id, double weight) implements Seed {
    /** Checks the weight. */
    public OfTrack {
      checkWeight(weight);
    }

    @Override
    public boolean isIn(TrackIndex index) throws IOException {
      return !index.ordinals(id).isEmpty();
    }

    @Override
    public RequestException unknown() {
      return notInCatalogue("No track has the id '%s'.", id);
    }
  }

  /** The most popular tracks of an artist, whatever the case and the accents of the name. */
  record OfArtist(String name, double weight) implements Seed {
    /** Checks the weight. */
    public OfArtist {
      checkWeight(weight);
    }

    TrackFilter tracks() {
      return new TrackFilter.ArtistAnyOf(TrackFilter.keys(Set.of(name)));
    }

    @Override
    public boolean isIn(TrackIndex index) throws IOException {
      return index.count(tracks()) > 0;
    }

    @Override
    public RequestException unknown() {
      return notInCatalogue("No track is by an artist '%s'.", name);
    }
  }

  /** The most popular tracks of a genre. */
  record OfGenre(String name, double weight) implements Seed {
    /** Checks the weight. */
    public OfGenre {
      checkWeight(weight);
    }

    TrackFilter tracks() {
      return new TrackFilter.GenreAnyOf(TrackFilter.keys(Set.of(name)));
    }

    @Override
    public boolean isIn(TrackIndex index) throws IOException {
      return index.count(tracks()) > 0;
    }

    @Override
    public RequestException unknown() {
      return notInCatalogue("No track has the genre '%s'.", name);
    }
  }

  /**
   * A track that somebody imagines.
   *
   * @param numbers at least one; what is not said is typical
   */
  record OfNumbers(Map<NumericField, Double> numbers, double weight) implements Seed {
    /**
     * Copies, and checks the weight and the numbers.
     *
     * @throws IllegalArgumentException when one is not as its field allows
     */
    public OfNumbers {
      numbers = Collections.unmodifiableMap(new TreeMap<>(numbers));
      numbers.forEach(NumericField::check);
      checkWeight(weight);
    }

    /** Nobody need have them. */
    @Override
    public boolean isIn(TrackIndex index) {
      return true;
    }

    @Override
    public RequestException unknown() {
      throw new IllegalStateException("known everywhere: " + numbers);
    }
  }

  private static RequestException notInCatalogue(String message, String name) {
    return RequestException.notInCatalogue("seeds", message.formatted(Quoted.of(name)));
  }

  private static void checkWeight(double weight) {
    if (!(Math.abs(weight) <= MAX_WEIGHT) || weight == 0) {
      throw RequestException.invalid(
          "seeds", "weight is %s, allowed is -10 to 10, but not 0.".formatted(weight));
    }
  }
}
