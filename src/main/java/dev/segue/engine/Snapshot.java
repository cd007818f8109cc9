package dev.segue.engine;

import dev.segue.index.IndexedTrack;
import dev.segue.index.TrackIndex;
import dev.segue.listener.ListenerRecommender;
import dev.segue.listener.TrackTaste;
import dev.segue.playlist.PathFinder;
import dev.segue.playlist.PlaylistMaker;
import dev.segue.query.Quoted;
import dev.segue.query.RequestException;
import dev.segue.query.RequestException.Code;
import dev.segue.recommend.MixedRecommender;
import dev.segue.recommend.Recommender;
import dev.segue.recommend.RelatedArtists;
import dev.segue.search.NameSearch;
import dev.segue.search.TrackSearch;
import dev.segue.vector.FeatureSpace;
import dev.segue.vector.FittedSpace;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One generation, lent to one request: everything that it is asked comes from the same moment.
 * Closing gives it back; a generation that was replaced is closed when its last borrower has.
 */
public final class Snapshot implements AutoCloseable {
  private final OpenGeneration generation;

  /** Takes over one borrowing of the generation. */
  Snapshot(OpenGeneration generation) {
    this.generation = generation;
  }

  /** What the generation says of itself. */
  public Manifest manifest() {
    return generation.manifest();
  }

  /** The index. */
  public TrackIndex index() {
    return generation.index();
  }

  /** Free text to tracks. */
  public TrackSearch search() {
    return generation.search();
  }

  /** Free text to artists and albums. */
  public NameSearch nameSearch() {
    return generation.nameSearch();
  }

  /** Tracks to tracks. */
  public Recommender recommender() {
    return generation.recommender();
  }

  /** Artists to artists. */
  public RelatedArtists relatedArtists() {
    return generation.relatedArtists();
  }

  /** Mixed seeds to tracks. */
  public MixedRecommender mixedRecommender() {
    return generation.mixedRecommender();
  }

  /** Listeners to tracks. */
  public ListenerRecommender listenerRecommender() {
    return generation.listenerRecommender();
  }

  /** Mixed seeds to tracks in an order. */
  public PlaylistMaker playlistMaker() {
    return generation.playlistMaker();
  }

  /** One track to another. */
  public PathFinder pathFinder() {
    return generation.pathFinder();
  }

  /** The model of taste, where there is one. */
  public Taste taste() {
    return generation.taste();
  }

  /**
   * The model of taste, laid over the tracks.
   *
   * @throws RequestException when there is none that can be used
   */
  public TrackTaste trackTaste() {
    return taste()
        .tracks()
        .orElseThrow(
            () ->
                new RequestException(
                    Code.UNKNOWN_SPACE,
                    "space",
                    taste()
                        .refusal()
                        .map("space is 'taste', whose model cannot be used: %s"::formatted)
                        .orElse(
                            "space is 'taste', which there is once a model was trained with `segue"
                                + " train`.")));
  }

  /** The spaces of this generation, the default first. */
  public List<FittedSpace> spaces() {
    return generation.spaces();
  }

  /**
   * The space of that name, or else the default.
   *
   * @throws RequestException naming those there are
   */
  public FeatureSpace space(Optional<String> name) {
    return name.map(this::space).orElseGet(() -> spaces().getFirst().space());
  }

  /**
   * The space of that name.
   *
   * @throws RequestException naming those there are
   */
  public FeatureSpace space(String name) {
    return spaces().stream()
        .map(FittedSpace::space)
        .filter(space -> space.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new RequestException(
                    Code.UNKNOWN_SPACE,
                    "space",
                    "space is '%s', this index has %s."
                        .formatted(
                            Quoted.of(name),
                            spaces().stream()
                                .map(fitted -> fitted.space().name())
                                .collect(Collectors.joining(", ")))));
  }

  /**
   * The track with that id.
   *
   * @throws RequestException when there is none
   */
  public IndexedTrack track(String id) throws IOException {
    return index()
        .byId(id)
        .orElseThrow(
            () ->
                new RequestException(
                    Code.TRACK_NOT_FOUND,
                    "id",
                    "No track has the id '%s'.".formatted(Quoted.of(id))));
  }

  @Override
  public void close() {
    generation.release();
  }
}
