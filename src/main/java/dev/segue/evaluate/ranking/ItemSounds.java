package dev.segue.evaluate.ranking;

import dev.segue.catalog.Progress;
import dev.segue.index.TrackIndex;
import dev.segue.query.RequestException;
import dev.segue.recommend.Seed;
import dev.segue.recommend.SeedPlaces;
import dev.segue.vector.FittedSpace;
import dev.segue.vector.Metric;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How items sound: their places in a space, by their ids. */
public final class ItemSounds {
  private final String space;
  private final Metric metric;
  private final Map<String, float[]> places;

  private ItemSounds(String space, Metric metric, Map<String, float[]> places) {
    this.space = space;
    this.metric = metric;
    this.places = places;
  }

  /**
   * Places artists as recommendations do.
   *
   * @param names by the ids of items
   */
  public static ItemSounds ofArtists(
      Map<String, String> names, TrackIndex index, FittedSpace space, Progress progress)
      throws IOException {
    SeedPlaces seeds = new SeedPlaces(index, space);
    Map<String, float[]> places = new HashMap<>();
    progress.begin("Placing artists", names.size(), "artists");
    try {
      for (Map.Entry<String, String> each : names.entrySet()) {
        try {
          Seed artist = new Seed.OfArtist(each.getValue(), 1);
          places.put(each.getKey(), seeds.of(List.of(artist)).getFirst().vector());
        } catch (RequestException e) {
          // Not in this catalogue: left out, and the report counts what is there.
        }
        progress.advance(1);
      }
    } finally {
      progress.end();
    }
    return new ItemSounds(space.space().name(), space.space().metric(), places);
  }

  /** The space. */
  public String space() {
    return space;
  }

  /** By how places are compared. */
  Metric metric() {
    return metric;
  }

  /** Whether an item has a place. */
  public boolean has(String id) {
    return places.containsKey(id);
  }

  /** The place of an item, {@code float[d]}. */
  float[] place(String id) {
    return places.get(id);
  }
}
