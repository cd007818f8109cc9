package dev.segue.bench;

import dev.segue.catalog.NumericField;
import dev.segue.engine.Snapshot;
import dev.segue.index.IndexedTrack;
import dev.segue.listener.ListenerRecommender.Somebody;
import dev.segue.listener.ListenerRequest;
import dev.segue.listener.Mixing;
import dev.segue.playlist.EnergyCurve;
import dev.segue.playlist.PathRequest;
import dev.segue.playlist.PlaylistRequest;
import dev.segue.query.TrackFilter;
import dev.segue.query.Versions;
import dev.segue.recommend.Conditions;
import dev.segue.recommend.Occasion;
import dev.segue.recommend.RecommendationRequest;
import dev.segue.recommend.Seed;
import dev.segue.recommend.SimilarRequest;
import dev.segue.recommend.Variety;
import dev.segue.recommend.Wishes;
import dev.segue.search.SearchRequest;
import dev.segue.vector.FeatureSpace;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/** One question, for the engine's objects and for the API alike; {@value #LENGTH} tracks answer. */
sealed interface Question {
  /** How many tracks are asked for: {@code k} and {@code limit}. */
  int LENGTH = 10;

  /** How many tracks a playlist has. */
  int PLAYLIST_LENGTH = 30;

  /** Asks the engine's objects. */
  void ask(Snapshot snapshot) throws IOException;

  /** How the API is asked: path and query. */
  String target();

  /** What is sent there, as JSON; empty where the target says it all. */
  default Optional<String> body() {
    return Optional.empty();
  }

  /**
   * What is like a track?
   *
   * @param seed has a place in the space
   */
  record Similar(IndexedTrack seed, FeatureSpace space, Optional<TrackFilter.Range> filter)
      implements Question {
    @Override
    public void ask(Snapshot snapshot) throws IOException {
      snapshot.recommender().similar(seed, request());
    }

    private SimilarRequest request() {
      return new SimilarRequest(
          space,
          LENGTH,
          filter.<TrackFilter>map(range -> range).orElse(TrackFilter.EVERYTHING),
          SimilarRequest.versions(space));
    }

    @Override
    public String target() {
      return "/api/tracks/%s/similar?k=%d&space=%s%s"
          .formatted(
              encode(seed.track().id()).replace("+", "%20"),
              LENGTH,
              encode(space.name()),
              filter
                  .map(
                      range ->
                          "&min_%1$s=%2$s&max_%1$s=%3$s"
                              .formatted(range.field().label(), range.min(), range.max()))
                  .orElse(""));
    }
  }

  /** Which tracks have these words? */
  record Search(String text) implements Question {
    @Override
    public void ask(Snapshot snapshot) throws IOException {
      snapshot.search().search(SearchRequest.best(text, LENGTH));
    }

    @Override
    public String target() {
      return "/api/search?limit=%d&q=%s".formatted(LENGTH, encode(text));
    }
  }

  /**
   * What fits some tracks? With two filters, variety and reasons.
   *
   * @param ids of the tracks
   */
  record Recommend(List<String> ids, FeatureSpace space) implements Question {
    /** Copies. */
    public Recommend {
      ids = List.copyOf(ids);
    }

    @Override
    public void ask(Snapshot snapshot) throws IOException {
      snapshot
          .mixedRecommender()
          .recommend(new RecommendationRequest(wishes(ids, space), LENGTH, Optional.empty()));
    }

    @Override
    public String target() {
      return "/api/recommendations";
    }

    @Override
    public Optional<String> body() {
      return Optional.of("{%s, \"k\": %d}".formatted(json(ids, space), LENGTH));
    }
  }

  /**
   * Which {@value #PLAYLIST_LENGTH} tracks are a rising playlist that fits some tracks?
   *
   * @param ids of the tracks
   */
  record Listen(List<String> ids, FeatureSpace space) implements Question {
    /** Copies. */
    public Listen {
      ids = List.copyOf(ids);
    }

    @Override
    public void ask(Snapshot snapshot) throws IOException {
      snapshot
          .playlistMaker()
          .make(
              new PlaylistRequest(
                  wishes(ids, space),
                  new PlaylistRequest.Tracks(PLAYLIST_LENGTH),
                  new EnergyCurve(EnergyCurve.Shape.RISING, List.of()),
                  1));
    }

    @Override
    public String target() {
      return "/api/playlists";
    }

    @Override
    public Optional<String> body() {
      return Optional.of(
          "{%s, \"k\": %d, \"energy_curve\": \"rising\"}"
              .formatted(json(ids, space), PLAYLIST_LENGTH));
    }
  }

  /**
   * What is for somebody who listened to some tracks? By a model of taste where there is one.
   *
   * @param ids of the tracks
   */
  record Listened(List<String> ids, FeatureSpace space) implements Question {
    /** Copies. */
    public Listened {
      ids = List.copyOf(ids);
    }

    @Override
    public void ask(Snapshot snapshot) throws IOException {
      snapshot
          .listenerRecommender()
          .recommend(
              new ListenerRequest(
                  Optional.empty(),
                  Mixing.DEFAULT,
                  false,
                  Occasion.NONE,
                  OptionalLong.empty(),
                  Conditions.of(TrackFilter.EVERYTHING, space, Versions.ONE, Variety.FOR_LISTENERS),
                  LENGTH,
                  Optional.empty()),
              Somebody.whoListenedTo(ids, snapshot.index()));
    }

    @Override
    public String target() {
      return "/api/recommendations";
    }

    @Override
    public Optional<String> body() {
      String listened = ids.stream().map(Question::quoted).collect(Collectors.joining(", "));
      return Optional.of(
          "{\"listened\": [%s], \"space\": \"%s\", \"k\": %d}"
              .formatted(listened, space.name(), LENGTH));
    }
  }

  /** Which {@value #LENGTH} tracks lead from one to another recording? */
  record Walk(IndexedTrack from, IndexedTrack to, FeatureSpace space) implements Question {
    @Override
    public void ask(Snapshot snapshot) throws IOException {
      snapshot
          .pathFinder()
          .find(new PathRequest(from, to, LENGTH, space, TrackFilter.EVERYTHING, Versions.ONE));
    }

    @Override
    public String target() {
      return "/api/path?from=%s&to=%s&steps=%d&space=%s"
          .formatted(
              encode(from.track().id()), encode(to.track().id()), LENGTH, encode(space.name()));
    }
  }

  private static Wishes wishes(List<String> ids, FeatureSpace space) {
    return new Wishes(
        ids.stream().<Seed>map(id -> new Seed.OfTrack(id, 1)).toList(),
        Wishes.Method.BEST_SCORE,
        Conditions.of(
            new TrackFilter.AllOf(
                List.of(
                    new TrackFilter.Range(NumericField.POPULARITY, 1, Double.POSITIVE_INFINITY),
                    new TrackFilter.Range(NumericField.LIVENESS, Double.NEGATIVE_INFINITY, 0.9))),
            space,
            Versions.ONE,
            new Variety(0.3, 2, 2, 2)));
  }

  /** The same for the API. */
  private static String json(List<String> ids, FeatureSpace space) {
    String seeds =
        ids.stream()
            .map(id -> "{\"track\": %s}".formatted(quoted(id)))
            .collect(Collectors.joining(", "));
    return """
    "seeds": [%s], "space": "%s", "min_popularity": 1, "max_liveness": 0.9, "diversity": 0.3,
    "max_per_artist": 2, "max_per_album": 2, "spacing": 2\
    """
        .formatted(seeds, space.name());
  }

  /** A JSON string. */
  private static String quoted(String id) {
    return '"' + id.replaceAll("[\\\\\"]", "\\\\$0") + '"';
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
