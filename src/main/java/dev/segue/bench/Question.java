package dev.segue.bench;

import dev.segue.engine.Snapshot;
import dev.segue.index.IndexedTrack;
import dev.segue.query.TrackFilter;
import dev.segue.recommend.SimilarRequest;
import dev.segue.search.SearchRequest;
import dev.segue.vector.FeatureSpace;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** One question, for the engine's objects and for the API alike; {@value #LENGTH} tracks answer. */
sealed interface Question {
  /** How many tracks are asked for: {@code k} and {@code limit}. */
  int LENGTH = 10;

  /** Asks the engine's objects. */
  void ask(Snapshot snapshot) throws IOException;

  /** How the API is asked: path and query. */
  String target();

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

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
