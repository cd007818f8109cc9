package dev.segue.peers;

import dev.segue.catalog.Track;
import dev.segue.vector.FeatureSpace;
import dev.segue.vector.FittedSpace;
import dev.segue.vector.Fitting;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The vectors of a catalogue in a feature space.
 *
 * @param vectors {@code float[n][d]}, of tracks that have one, in catalogue order. Not copied
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Dataset(FeatureSpace space, float[][] vectors) {
  /** Goes through the tracks twice, as {@link Fitting} needs; only vectors are kept. */
  static Dataset of(Tracks tracks, FeatureSpace space) throws IOException {
    Fitting fitting = new Fitting(space);
    tracks.forEach(fitting::add);
    FittedSpace fitted = fitting.fit().orElseThrow();
    List<float[]> vectors = new ArrayList<>();
    tracks.forEach((Track track) -> fitted.vector(track).ifPresent(vectors::add));
    return new Dataset(space, vectors.toArray(float[][]::new));
  }

  /** At most so many of the first vectors. */
  Dataset head(int most) {
    return new Dataset(space, Arrays.copyOf(vectors, Math.min(most, vectors.length)));
  }

  int size() {
    return vectors.length;
  }
}
