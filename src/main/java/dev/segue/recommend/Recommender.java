package dev.segue.recommend;

import dev.segue.index.Exclusions;
import dev.segue.index.IndexedTrack;
import dev.segue.index.NearestQuery;
import dev.segue.index.Neighbour;
import dev.segue.index.TrackIndex;
import dev.segue.query.RequestException;
import dev.segue.query.RequestException.Code;
import dev.segue.rank.ScoredTrack;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Tracks to tracks. Thread-safe. */
public final class Recommender {
  private final TrackIndex index;

  public Recommender(TrackIndex index) {
    this.index = index;
  }

  /**
   * The nearest tracks to a track, never the track itself.
   *
   * @throws RequestException when the track has no vector in the space
   */
  public List<ScoredTrack> similar(IndexedTrack seed, SimilarRequest request) throws IOException {
    float[] vector =
        index
            .vector(request.space(), seed.ordinal())
            .orElseThrow(
                () ->
                    new RequestException(
                        Code.NO_VECTOR,
                        "space",
                        "Track '%s' has no place in %s: it lacks one of its columns, or is average"
                                .formatted(seed.track().id(), request.space().name())
                            + " in all of them."));
    return index.tracks(index.nearest(query(seed.ordinal(), vector, request)), request.versions());
  }

  /** As {@link #similar}, without the tracks; of a track without a vector, nothing. */
  public List<Neighbour> neighbours(int ordinal, SimilarRequest request) throws IOException {
    Optional<float[]> vector = index.vector(request.space(), ordinal);
    return vector.isEmpty() ? List.of() : index.neighbours(query(ordinal, vector.get(), request));
  }

  private NearestQuery query(int ordinal, float[] vector, SimilarRequest request)
      throws IOException {
    return new NearestQuery(
        request.space(),
        vector,
        request.k(),
        Exclusions.of(request.filter(), request.versions(), index),
        request.versions(),
        Set.of(ordinal));
  }
}
