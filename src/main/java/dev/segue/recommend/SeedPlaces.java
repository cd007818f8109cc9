package dev.segue.recommend;

import dev.segue.catalog.NumericField;
import dev.segue.catalog.Track;
import dev.segue.index.IndexedTrack;
import dev.segue.index.TrackIndex;
import dev.segue.query.NameKey;
import dev.segue.query.RequestException;
import dev.segue.query.TrackFilter;
import dev.segue.query.Versions;
import dev.segue.vector.FeatureSpace;
import dev.segue.vector.FeatureValues;
import dev.segue.vector.FittedSpace;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Finds the place of every seed in a space. An artist or a genre stands at the mean of its {@value
 * #MOST} most popular recordings.
 */
public final class SeedPlaces {
  static final int MOST = 100;

  private final TrackIndex index;
  private final FittedSpace space;

  /** Finds places in a space of an index. */
  public SeedPlaces(TrackIndex index, FittedSpace space) {
    this.index = index;
    this.space = space;
  }

  /**
   * The places, in order.
   *
   * @throws RequestException naming every seed that is not known or has no place
   */
  public List<PlacedSeed> of(List<Seed> seeds) throws IOException {
    List<PlacedSeed> places = new ArrayList<>();
    List<RequestException> wrong = new ArrayList<>();
    List<String> messages = new ArrayList<>();
    for (int i = 0; i < seeds.size(); i++) {
      try {
        places.add(place(seeds.get(i)));
      } catch (RequestException e) {
        wrong.add(e);
        messages.add("seeds[%d]: %s".formatted(i, e.getMessage()));
      }
    }
    if (!wrong.isEmpty()) {
      throw RequestException.joined("seeds", wrong, messages);
    }
    return places;
  }

  private PlacedSeed place(Seed seed) throws IOException {
    return switch (seed) {
      case Seed.OfTrack track -> ofTrack(track);
      case Seed.OfArtist artist -> ofTracks(artist, artist.tracks(), artist.name(), Track::artists);
      case Seed.OfGenre genre -> ofTracks(genre, genre.tracks(), genre.name(), Track::genres);
      case Seed.OfNumbers numbers -> ofNumbers(numbers);
    };
  }

  /** The place of a track as a seed of weight 1; empty where it has none. */
  public Optional<PlacedSeed> ofTrack(int ordinal) throws IOException {
    Optional<float[]> vector = index.vector(space.space(), ordinal);
    if (vector.isEmpty()) {
      return Optional.empty();
    }
    Track track = index.track(ordinal);
    return Optional.of(placed(new Seed.OfTrack(track.id(), 1), ordinal, track, vector.get()));
  }

  private PlacedSeed ofTrack(Seed.OfTrack seed) throws IOException {
    IndexedTrack found = index.byId(seed.id()).orElseThrow(seed::unknown);
    float[] vector =
        index
            .vector(space.space(), found.ordinal())
            .orElseThrow(() -> unplaced(noPlace("Track '%s'".formatted(seed.id()))));
    return placed(seed, found.ordinal(), found.track(), vector);
  }

  private static PlacedSeed placed(Seed seed, int ordinal, Track track, float[] vector) {
    return new PlacedSeed(
        seed,
        "%s – %s".formatted(track.name(), String.join(", ", track.artists())),
        List.of(ordinal),
        vector,
        FeatureValues.of(track),
        TrackFilter.keys(track.artists()),
        Set.copyOf(track.genres()));
  }

  /**
   * The place of many tracks.
   *
   * @param names which of a track's names is the seed's
   */
  private PlacedSeed ofTracks(
      Seed seed, TrackFilter filter, String name, Function<Track, List<String>> names)
      throws IOException {
    List<Integer> ordinals = index.mostPopular(filter, Versions.ONE, MOST);
    if (ordinals.isEmpty()) {
      throw seed.unknown();
    }
    List<Track> tracks = new ArrayList<>();
    for (int ordinal : ordinals) {
      tracks.add(index.track(ordinal));
    }
    Optional<float[]> mean = mean(index, space.space(), ordinals);
    String spelt =
        names.apply(tracks.getFirst()).stream()
            .filter(other -> NameKey.of(other).equals(NameKey.of(name)))
            .findFirst()
            .orElse(name);
    Map<NumericField, Double> means = means(tracks);
    return new PlacedSeed(
        seed,
        spelt,
        ordinals,
        mean.orElseThrow(() -> unplaced(noPlace("'%s'".formatted(name)))),
        field -> means.getOrDefault(field, Double.NaN),
        seed instanceof Seed.OfArtist ? TrackFilter.keys(Set.of(spelt)) : Set.of(),
        seed instanceof Seed.OfGenre ? Set.of(spelt) : Set.of());
  }

  /** The place in the middle of some tracks; empty where none has a place, or they cancel out. */
  static Optional<float[]> mean(TrackIndex index, FeatureSpace space, List<Integer> ordinals)
      throws IOException {
    List<Relevance.Weighted> places = new ArrayList<>();
    for (int ordinal : ordinals) {
      index
          .vector(space, ordinal)
          .ifPresent(vector -> places.add(new Relevance.Weighted(vector, 1)));
    }
    return places.isEmpty() ? Optional.empty() : Rocchio.point(space, places, List.of());
  }

  private static Map<NumericField, Double> means(List<Track> tracks) {
    Map<NumericField, Double> means = new EnumMap<>(NumericField.class);
    for (NumericField field : NumericField.values()) {
      tracks.stream()
          .mapToDouble(field::of)
          .filter(field::isKnown)
          .average()
          .ifPresent(mean -> means.put(field, mean));
    }
    return means;
  }

  private PlacedSeed ofNumbers(Seed.OfNumbers seed) {
    Map<NumericField, Double> numbers = seed.numbers();
    for (NumericField field : numbers.keySet()) {
      if (!space.space().knows(field)) {
        throw unplaced(
            "%s is %s, but %s does not compare %s; ask in another space."
                .formatted(field.label(), numbers.get(field), space.space().name(), field.label()));
      }
    }
    FeatureValues values = field -> numbers.getOrDefault(field, Double.NaN);
    return new PlacedSeed(
        seed,
        "what you describe",
        List.of(),
        space.typical(values).orElseThrow(() -> unplaced(noPlace("What you describe"))),
        values,
        Set.of(),
        Set.of());
  }

  private String noPlace(String who) {
    return "%s has no place in %s: a column is missing, or all are average."
        .formatted(who, space.space().name());
  }

  /** Told with the position of the seed, above. */
  private static RequestException unplaced(String message) {
    return RequestException.invalid("seeds", message);
  }
}
