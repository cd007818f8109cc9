package dev.segue.index;

import dev.segue.catalog.Track;
import dev.segue.vector.FeatureSpace;
import dev.segue.vector.FittedSpace;
import dev.segue.vector.Fitting;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntUnaryOperator;

/** Indexes for tests. */
public final class Indexes {
  private Indexes() {}

  /** Every built-in space, as some tracks teach it. */
  public static List<FittedSpace> fit(List<Track> tracks) {
    List<Fitting> fittings = FeatureSpace.BUILT_IN.stream().map(Fitting::new).toList();
    tracks.forEach(track -> fittings.forEach(fitting -> fitting.add(track)));
    return fittings.stream().map(fitting -> fitting.fit().orElseThrow()).toList();
  }

  /** Builds an index in which every track is a recording of its own, and opens it. */
  public static TrackIndex build(
      IndexBackend backend, List<Track> tracks, List<FittedSpace> spaces, Path folder)
      throws Exception {
    return build(backend, tracks, spaces, ordinal -> ordinal, folder);
  }

  /**
   * Builds an index, as several threads do it, and opens it.
   *
   * @param foremost of each ordinal, that of the most popular version of its recording
   */
  public static TrackIndex build(
      IndexBackend backend,
      List<Track> tracks,
      List<FittedSpace> spaces,
      IntUnaryOperator foremost,
      Path folder)
      throws Exception {
    var declared = spaces.stream().map(FittedSpace::space).toList();
    try (IndexBuilder builder = backend.create(folder, declared);
        ExecutorService threads = Executors.newFixedThreadPool(4)) {
      List<Callable<Void>> additions = new ArrayList<>();
      for (int ordinal = 0; ordinal < tracks.size(); ordinal++) {
        int next = ordinal;
        additions.add(
            () -> {
              Map<String, float[]> vectors = new HashMap<>();
              for (FittedSpace space : spaces) {
                space
                    .vector(tracks.get(next))
                    .ifPresent(vector -> vectors.put(space.space().name(), vector));
              }
              builder.add(next, tracks.get(next), vectors, foremost.applyAsInt(next));
              return null;
            });
      }
      for (var addition : threads.invokeAll(additions)) {
        addition.get();
      }
      builder.commit();
    }
    return backend.open(folder, declared);
  }
}
