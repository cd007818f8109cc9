package dev.segue.listener;

import dev.segue.index.TrackIndex;
import dev.segue.listener.Listener.Liked;
import dev.segue.recommend.PlacedSeed;
import dev.segue.recommend.SeedPlaces;
import dev.segue.vector.FeatureSpace;
import dev.segue.vector.FittedSpace;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The tracks of an index by sound, as listeners hear them. Thread-safe. */
final class TrackSound {
  private final TrackIndex index;
  private final List<FittedSpace> spaces;
  private final Map<FeatureSpace, LikingScale> scales = new ConcurrentHashMap<>();

  TrackSound(TrackIndex index, List<FittedSpace> spaces) {
    this.index = index;
    this.spaces = List.copyOf(spaces);
  }

  /** What a listener likes most and has a place in a space. */
  List<PlacedSeed> favourites(Listener listener, FeatureSpace space) throws IOException {
    SeedPlaces places = new SeedPlaces(index, FittedSpace.of(space, spaces));
    List<PlacedSeed> favourites = new ArrayList<>();
    for (Liked liked : listener.liked()) {
      if (favourites.size() == Nearness.FAVOURITES) {
        break;
      }
      places.ofTrack(liked.ordinal()).ifPresent(favourites::add);
    }
    return favourites;
  }

  /** A listener by sound. */
  Nearness opinion(List<PlacedSeed> favourites, Listener listener, FeatureSpace space)
      throws IOException {
    List<float[]> disliked = new ArrayList<>();
    for (int ordinal : listener.disliked()) {
      if (disliked.size() < Nearness.FAVOURITES) {
        index.vector(space, ordinal).ifPresent(disliked::add);
      }
    }
    return new Nearness(
        space.metric(),
        favourites.stream().map(PlacedSeed::vector).toList(),
        disliked,
        scale(space));
  }

  private LikingScale scale(FeatureSpace space) throws IOException {
    LikingScale scale = scales.get(space);
    if (scale == null) {
      scale = LikingScale.ofSound(space.metric(), sample(space));
      scales.put(space, scale);
    }
    return scale;
  }

  /** The places of some tracks, always the same. */
  private List<float[]> sample(FeatureSpace space) throws IOException {
    int[] placed = index.orderByPlace(space);
    List<float[]> sample = new ArrayList<>();
    for (int i : LikingScale.sample(placed.length).toArray()) {
      index.vector(space, placed[i]).ifPresent(sample::add);
    }
    return sample;
  }
}
