package dev.segue.http.api;

import dev.segue.engine.Snapshot;
import dev.segue.index.IndexedTrack;
import dev.segue.playlist.PathRequest;
import dev.segue.playlist.Playlist;
import dev.segue.playlist.PlaylistFormat;
import dev.segue.playlist.PlaylistRequest;
import dev.segue.query.RequestException;
import dev.segue.query.RequestException.Code;
import dev.segue.query.Versions;
import dev.segue.recommend.Conditions;
import dev.segue.recommend.Exploration;
import dev.segue.recommend.Occasion;
import dev.segue.recommend.Recommendation;
import dev.segue.recommend.RecommendationRequest;
import dev.segue.recommend.Wishes;
import dev.segue.search.Resolution;
import dev.segue.vector.FeatureSpace;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Every question for music that somebody means: parameters in, the answer's JSON shape out. All
 * throw {@link RequestException} for whatever the asker did wrong.
 */
public final class RecommendationApi {
  /** The names of what {@link #recommendations} can be asked, besides its seeds. */
  public static final List<String> RECOMMENDATIONS =
      WishesParameters.and("k", "cursor", "explore", "seed", "time_of_day", "mood");

  /** The names of what {@link #playlist} can be asked, besides its seeds. */
  public static final List<String> PLAYLISTS = PlaylistParameters.NAMES;

  /** The names of what {@link #path} can be asked. */
  public static final List<String> PATH =
      FilterParameters.and("from", "to", "steps", "space", "versions");

  /** The one thing that recommendations are for. */
  public static final List<String> FOR = List.of("seeds", "user_id", "listened");

  private RecommendationApi() {}

  /**
   * Tracks for a mix of wishes, {@link #RECOMMENDATIONS}, or for a listener, {@link
   * ListenerApi#NAMES}: whom {@code user_id} names, or who has listened to some tracks.
   */
  public static RecommendationsJson recommendations(
      Snapshot snapshot, WishesQuestion question, Listeners listeners) throws IOException {
    Map<String, List<String>> values = new HashMap<>(question.parameters().values());
    List<String> given =
        FOR.stream()
            .filter(
                name ->
                    values.containsKey(name)
                        || (name.equals("seeds") && !question.seeds().isEmpty()))
            .toList();
    if (given.isEmpty()) {
      throw RequestException.invalid(
          "seeds", "None of %s is given, must be one of them.".formatted(String.join(", ", FOR)));
    }
    if (given.size() > 1) {
      throw RequestException.invalid(
          given.get(1),
          "%s are both given, must be one of %s."
              .formatted(String.join(" and ", given), String.join(", ", FOR)));
    }
    if (values.containsKey("user_id")) {
      String user =
          question
              .parameters()
              .one("user_id")
              .orElseThrow(() -> RequestException.invalid("user_id", "user_id is an empty list."));
      values.remove("user_id");
      return ListenerApi.ofUser(snapshot, listeners, user, new Parameters(values));
    }
    if (values.containsKey("listened")) {
      List<String> listened = values.remove("listened");
      return ListenerApi.ofListened(snapshot, listened, new Parameters(values));
    }
    return recommendations(snapshot, question);
  }

  private static RecommendationsJson recommendations(Snapshot snapshot, WishesQuestion question)
      throws IOException {
    Parameters parameters = question.parameters().only(RECOMMENDATIONS);
    TakenSeeds seeds = TakenSeeds.of(question.seeds(), snapshot);
    Occasion occasion = WishesParameters.occasion(parameters);
    Wishes asked =
        WishesParameters.read(parameters, seeds.seeds(), snapshot.space(parameters.one("space")));
    Exploration exploration =
        new Exploration(
            parameters.decimal("explore").orElse(Exploration.NONE.share()),
            parameters.longInteger("seed", 1));
    Conditions conditions =
        asked
            .conditions()
            .suiting(occasion.targets(), snapshot.manifest().spreads()::knows)
            .leaving(exploration);
    RecommendationRequest request =
        new RecommendationRequest(
            asked.under(conditions),
            parameters.integer("k", Api.DEFAULT_LENGTH),
            parameters.one("cursor"));
    Recommendation answer = snapshot.mixedRecommender().recommend(request);
    return RecommendationsJson.of(
        null,
        seeds.json(answer.seeds()),
        conditions.space(),
        Json.word(asked.method()),
        RecommendationsJson.Context.of(occasion, conditions.targets(), false),
        exploration,
        answer);
  }

  /** Tracks for a mix of wishes, in an order: {@link #PLAYLISTS}. */
  public static SavedPlaylist playlist(Snapshot snapshot, WishesQuestion question)
      throws IOException {
    Parameters parameters = question.parameters().only(PLAYLISTS);
    Optional<PlaylistFormat> format = PlaylistParameters.format(parameters);
    String title = PlaylistParameters.title(parameters);
    TakenSeeds seeds = TakenSeeds.of(question.seeds(), snapshot);
    PlaylistRequest request =
        new PlaylistRequest(
            WishesParameters.read(
                parameters, seeds.seeds(), snapshot.space(parameters.one("space"))),
            PlaylistParameters.length(parameters),
            PlaylistParameters.curve(parameters),
            parameters.longInteger("seed", 1));
    Playlist playlist = snapshot.playlistMaker().make(request);
    return new SavedPlaylist(
        title,
        PlaylistJson.of(playlist, request, seeds, title),
        playlist.entries().stream().map(entry -> entry.hit().track()).toList(),
        format);
  }

  /** A walk from one track to another: {@link #PATH}. */
  public static PathJson path(Snapshot snapshot, Parameters parameters) throws IOException {
    parameters.only(PATH);
    FeatureSpace space = snapshot.space(parameters.one("space"));
    List<RequestException> wrong = new ArrayList<>();
    Optional<Resolution> from = end("from", snapshot, parameters, wrong);
    Optional<Resolution> to = end("to", snapshot, parameters, wrong);
    if (!wrong.isEmpty()) {
      throw RequestException.joined(
          from.isEmpty() ? "from" : "to",
          wrong,
          wrong.stream().map(RequestException::getMessage).toList());
    }
    PathRequest request =
        new PathRequest(
            from.orElseThrow().track(),
            to.orElseThrow().track(),
            parameters.integer("steps", Api.DEFAULT_LENGTH),
            space,
            FilterParameters.read(parameters),
            parameters.choice("versions", Versions.class).orElse(Versions.ONE));
    return PathJson.of(
        snapshot.pathFinder().find(request),
        resolved("from", parameters, from.orElseThrow()),
        resolved("to", parameters, to.orElseThrow()),
        space.name());
  }

  /** The track with that id, or else the one that is meant. */
  private static Optional<Resolution> end(
      String name, Snapshot snapshot, Parameters parameters, List<RequestException> wrong)
      throws IOException {
    Optional<String> text = parameters.one(name);
    if (text.isEmpty() || text.get().isBlank()) {
      wrong.add(
          RequestException.invalid(
              name,
              "%s is missing; name a song by its id, or as you remember it.".formatted(name)));
      return Optional.empty();
    }
    Optional<IndexedTrack> track = snapshot.index().byId(text.get());
    if (track.isPresent()) {
      return Optional.of(new Resolution(track.get(), 1));
    }
    try {
      return Optional.of(snapshot.search().resolve(text.get()));
    } catch (RequestException e) {
      wrong.add(
          e.code() == Code.NOTHING_FOUND
              ? RequestException.notInCatalogue(
                  name,
                  "%s is '%s': no track has that id, and none is found by such words."
                      .formatted(name, text.get()))
              : RequestException.invalid(name, e.getMessage().replaceFirst("^q\\b", name)));
      return Optional.empty();
    }
  }

  private static SimilarJson.Resolved resolved(
      String name, Parameters parameters, Resolution resolution) {
    return new SimilarJson.Resolved(
        parameters.one(name).orElseThrow(),
        resolution.track().track().id(),
        resolution.track().track().name(),
        Decimals.round(resolution.confidence(), 4));
  }
}
