package dev.segue.http.api;

import dev.segue.catalog.Track;
import dev.segue.engine.Manifest;
import dev.segue.engine.Snapshot;
import dev.segue.index.IndexedTrack;
import dev.segue.listener.TrackTaste;
import dev.segue.query.Quoted;
import dev.segue.query.RequestException;
import dev.segue.query.TrackFilter;
import dev.segue.query.TrackSort;
import dev.segue.query.Versions;
import dev.segue.rank.Fusion;
import dev.segue.recommend.SimilarRequest;
import dev.segue.search.Resolution;
import dev.segue.search.SearchRequest;
import dev.segue.search.SearchRequest.Blend;
import dev.segue.search.SearchRequest.Extras;
import dev.segue.search.SearchRequest.Mode;
import dev.segue.search.SearchRequest.Syntax;
import dev.segue.search.SearchResult;
import dev.segue.search.SuggestRequest;
import dev.segue.vector.FeatureSpace;
import dev.segue.vector.FittedSpace;
import dev.segue.vector.Metric;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Every question that can be asked of a catalogue: parameters in, the answer's JSON shape out. All
 * throw {@link RequestException} for whatever the asker did wrong.
 */
public final class Api {
  /** The names of what {@link #search} can be asked. */
  public static final List<String> SEARCH =
      FilterParameters.and(
          "q",
          "syntax",
          "mode",
          "fusion",
          "rrf_k",
          "space",
          "limit",
          "cursor",
          "sort",
          "versions",
          "facets",
          "highlight");

  /** The names of what {@link #similar} can be asked. */
  public static final List<String> SIMILAR = FilterParameters.and("k", "space", "versions");

  /** The names of what {@link #similarToText} can be asked. */
  public static final List<String> SIMILAR_TO_TEXT =
      FilterParameters.and("q", "k", "space", "versions");

  /** The names of what {@link #suggest} can be asked. */
  public static final List<String> SUGGEST = List.of("q", "limit");

  private static final int MAX_RRF_K = 10_000;
  static final int DEFAULT_LENGTH = 10;
  private static final int DEFAULT_SUGGESTIONS = 8;

  private Api() {}

  /** Tracks by free text: {@link #SEARCH}. */
  public static SearchJson search(Snapshot snapshot, Parameters parameters) throws IOException {
    parameters.only(SEARCH);
    SearchRequest request =
        new SearchRequest(
            parameters.one("q").orElse(""),
            parameters.choice("syntax", Syntax.class).orElse(Syntax.LENIENT),
            FilterParameters.read(parameters),
            parameters.choice("versions", Versions.class).orElse(Versions.ONE),
            sort(parameters),
            parameters.integer("limit", DEFAULT_LENGTH),
            parameters.one("cursor"),
            blend(snapshot, parameters),
            new Extras(
                parameters.flag("facets").orElse(false),
                parameters.flag("highlight").orElse(false)));
    SearchResult result = snapshot.search().search(request);
    return new SearchJson(
        request.q(),
        result.total(),
        Json.word(result.mode()),
        result.understood().stream()
            .map(wish -> SearchJson.Understood.of(wish, request.q()))
            .toList(),
        result
            .syntaxError()
            .map(error -> new SearchJson.SyntaxError(error.detail(), error.position()))
            .orElse(null),
        result
            .didYouMean()
            .map(other -> SearchJson.DidYouMean.of(other, result.corrected()))
            .orElse(null),
        HitJson.found(result),
        result.suggestions().stream().map(SuggestJson.Item::of).toList(),
        result.facets().map(SearchJson.Facets::of).orElse(null),
        result.partial(),
        result.nextCursor().orElse(null));
  }

  /** Completions of something half typed: {@code q limit}. */
  public static SuggestJson suggest(Snapshot snapshot, Parameters parameters) throws IOException {
    parameters.only(SUGGEST);
    SuggestRequest request =
        new SuggestRequest(
            parameters.one("q").orElse(""), parameters.integer("limit", DEFAULT_SUGGESTIONS));
    return new SuggestJson(
        request.q(),
        snapshot.search().suggest(request).stream().map(SuggestJson.Item::of).toList());
  }

  /** One track by its id. */
  public static TrackJson track(Snapshot snapshot, String id, Parameters parameters)
      throws IOException {
    parameters.only(List.of());
    return TrackJson.of(snapshot.track(id).track());
  }

  /** The tracks most like one: {@code k space versions} and filters. */
  public static SimilarJson similar(Snapshot snapshot, String id, Parameters parameters)
      throws IOException {
    Alike alike = alike(snapshot, parameters.only(SIMILAR));
    return alike.to(snapshot.track(id), null);
  }

  /** The tracks most like the one that a text means: {@code q k space versions} and filters. */
  public static SimilarJson similarToText(Snapshot snapshot, Parameters parameters)
      throws IOException {
    String q =
        parameters
            .only(SIMILAR_TO_TEXT)
            .one("q")
            .orElseThrow(() -> RequestException.invalid("q", "q is missing; name a song."));
    Alike alike = alike(snapshot, parameters);
    Resolution resolution = snapshot.search().resolve(q);
    Track track = resolution.track().track();
    double confidence = Decimals.round(resolution.confidence(), 4);
    return alike.to(
        resolution.track(), new SimilarJson.Resolved(q, track.id(), track.name(), confidence));
  }

  /** What the index holds. */
  public static StatsJson stats(Snapshot snapshot, Parameters parameters) {
    parameters.only(List.of());
    Manifest manifest = snapshot.manifest();
    return new StatsJson(
        manifest.generation(),
        manifest.version(),
        manifest.builtAt(),
        manifest.tracks(),
        manifest.recordings(),
        manifest.rows(),
        manifest.mergedDuplicates(),
        manifest.rejected(),
        manifest.keepDuplicates(),
        manifest.sources().stream()
            .map(source -> new StatsJson.Source(source.name(), source.bytes(), source.rows()))
            .toList(),
        snapshot.spaces().stream()
            .map(fitted -> space(fitted, fitted.equals(snapshot.spaces().getFirst())))
            .toList(),
        snapshot.index().genres().stream()
            .map(genre -> new StatsJson.Genre(genre.name(), genre.tracks()))
            .toList(),
        StatsJson.Taste.of(snapshot.taste()));
  }

  /** What is wanted like a track, whichever it is. */
  private interface Alike {
    SimilarJson to(IndexedTrack seed, SimilarJson.Resolved resolved) throws IOException;
  }

  private static Alike alike(Snapshot snapshot, Parameters parameters) {
    Optional<String> name = parameters.one("space");
    int k = parameters.integer("k", DEFAULT_LENGTH);
    TrackFilter filter = FilterParameters.read(parameters);
    Optional<Versions> versions = parameters.choice("versions", Versions.class);
    if (name.filter(TrackTaste.SPACE::equals).isPresent()) {
      RequestException.checkCount("k", k, 1, SimilarRequest.MAX_K);
      TrackTaste taste = snapshot.trackTaste();
      return (seed, resolved) ->
          new SimilarJson(
              resolved,
              TrackJson.of(seed.track()),
              TrackTaste.SPACE,
              HitJson.near(
                  taste.similar(seed, k, filter, versions.orElse(Versions.ONE)),
                  Metric.INNER_PRODUCT));
    }
    FeatureSpace space = snapshot.space(name);
    SimilarRequest request =
        new SimilarRequest(
            space, k, filter, versions.orElseGet(() -> SimilarRequest.versions(space)));
    return (seed, resolved) ->
        new SimilarJson(
            resolved,
            TrackJson.of(seed.track()),
            space.name(),
            HitJson.near(snapshot.recommender().similar(seed, request), space.metric()));
  }

  private static StatsJson.Space space(FittedSpace fitted, boolean isDefault) {
    FeatureSpace space = fitted.space();
    return new StatsJson.Space(
        space.name(), space.metric().label(), space.dimension(), space.columnNames(), isDefault);
  }

  private static Blend blend(Snapshot snapshot, Parameters parameters) {
    int k = parameters.integer("rrf_k", Fusion.ReciprocalRank.DEFAULT_K);
    RequestException.checkCount("rrf_k", k, 0, MAX_RRF_K);
    Optional<Fusion> fusion =
        parameters
            .choice("fusion", FusionName.class)
            .map(
                name ->
                    switch (name) {
                      case RRF -> new Fusion.ReciprocalRank(k);
                      case LINEAR -> new Fusion.Linear();
                    });
    return new Blend(
        parameters.choice("mode", Mode.class),
        fusion.orElse(Blend.DEFAULT.fusion()),
        parameters.one("space").map(snapshot::space));
  }

  private enum FusionName {
    RRF,
    LINEAR
  }

  private static TrackSort sort(Parameters parameters) {
    return parameters
        .one("sort")
        .map(
            word ->
                TrackSort.named(word)
                    .orElseThrow(
                        () ->
                            RequestException.invalid(
                                "sort",
                                "sort is '%s', allowed are relevance, name and every number (%s), with a leading - for largest first."
                                    .formatted(Quoted.of(word), TrackSort.NUMBERS))))
        .orElse(TrackSort.RELEVANCE);
  }
}
