package dev.segue.http.spotify;

import dev.segue.catalog.NumericField;
import dev.segue.catalog.Track;
import dev.segue.http.api.Parameters;
import dev.segue.http.api.WishesParameters;
import dev.segue.index.TrackIndex;
import dev.segue.query.Entity;
import dev.segue.query.RequestException;
import dev.segue.query.TrackFilter;
import dev.segue.query.Versions;
import dev.segue.recommend.Recommendation;
import dev.segue.recommend.Seed;
import dev.segue.recommend.Wishes;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** {@code /v1/recommendations}: wishes as Spotify's API words them. */
final class SpotifyRecommendations {
  /** The names of what can be asked: all numbers of a track but the year. */
  private static final String[] PARAMETERS =
      Stream.concat(
              Stream.of("seed_tracks", "seed_artists", "seed_genres", "limit"),
              Stream.of(NumericField.values())
                  .filter(field -> field != NumericField.YEAR)
                  .map(NumericField::label)
                  .flatMap(name -> Stream.of("min_" + name, "max_" + name, "target_" + name)))
          .toArray(String[]::new);

  private static final int MOST_SEEDS = 5;
  private static final int DEFAULT_LENGTH = 20;
  private static final int MOST = 100;

  private final SpotifyQuestion question;
  private final Parameters parameters;
  private final TrackIndex index;
  private final SpotifyObjects objects;
  private final List<Seed> seeds = new ArrayList<>();

  /** What the answer says of each seed, but for its pool. */
  private final List<Asked> asked = new ArrayList<>();

  private final List<String> wrong = new ArrayList<>();

  SpotifyRecommendations(SpotifyQuestion question) {
    this.question = question;
    parameters = question.only(PARAMETERS);
    index = question.snapshot().index();
    objects = question.objects();
  }

  /** A seed as it was asked for; a genre has no address. */
  private record Asked(String type, String id, Optional<String> href) {}

  RecommendationsObject answer() throws IOException {
    int limit =
        RequestException.checkCount("limit", parameters.integer("limit", DEFAULT_LENGTH), 1, MOST);
    readSeeds();
    Wishes wishes =
        WishesParameters.read(bounded(), seeds, question.snapshot().space(Optional.empty()));
    Recommendation answer = question.snapshot().mixedRecommender().first(wishes, limit);
    List<Track> tracks = answer.tracks().stream().map(each -> each.hit().track()).toList();
    int all = answer.pool().candidates();
    int passing = answer.pool().afterFilters();
    return new RecommendationsObject(
        objects.tracks(tracks),
        asked.stream()
            .map(
                seed ->
                    new RecommendationsObject.Seed(
                        all, passing, passing, seed.href.orElse(null), seed.id, seed.type))
            .toList());
  }

  /** A bound beyond what a number can be bounds nothing: many programs say at least 0. */
  private Parameters bounded() {
    Map<String, List<String>> values = new HashMap<>(parameters.values());
    for (NumericField field : NumericField.values()) {
      parameters
          .decimal("min_" + field.label())
          .filter(min -> min < field.min())
          .ifPresent(min -> values.remove("min_" + field.label()));
      parameters
          .decimal("max_" + field.label())
          .filter(max -> max > field.max())
          .ifPresent(max -> values.remove("max_" + field.label()));
    }
    return new Parameters(values);
  }

  /** All that is wrong with the seeds is said at once. */
  private void readSeeds() throws IOException {
    List<String> artists = question.list("seed_artists");
    List<String> genres = question.list("seed_genres");
    List<String> tracks = question.list("seed_tracks");
    int count = artists.size() + genres.size() + tracks.size();
    if (count < 1 || count > MOST_SEEDS) {
      throw RequestException.invalid(
          "seed_tracks",
          "seed_artists, seed_genres and seed_tracks have %d seeds together, allowed are 1 to %d."
              .formatted(count, MOST_SEEDS));
    }
    for (String id : artists) {
      addArtist(id);
    }
    for (String name : genres) {
      if (index.count(new TrackFilter.GenreAnyOf(TrackFilter.keys(List.of(name)))) == 0) {
        wrong.add("seed_genres: no track has the genre '%s'.".formatted(name));
      }
      add(new Seed.OfGenre(name, 1), "genre", name, Optional.empty());
    }
    for (String id : tracks) {
      if (index.byId(id).isEmpty()) {
        wrong.add("seed_tracks: no track has the id '%s'.".formatted(id));
      }
      add(
          new Seed.OfTrack(id, 1),
          SpotifyObjects.TRACK,
          id,
          Optional.of(question.links().to("tracks", id)));
    }
    if (!wrong.isEmpty()) {
      throw RequestException.invalid("seed_tracks", String.join(" ", wrong));
    }
  }

  private void addArtist(String id) throws IOException {
    List<Integer> best =
        index.mostPopular(new TrackFilter.EntityIs(Entity.ARTIST, id), Versions.ONE, 1);
    if (best.isEmpty()) {
      wrong.add("seed_artists: no artist has the id '%s'.".formatted(id));
      return;
    }
    String name = Entity.ARTIST.name(index.track(best.getFirst()), id);
    add(
        new Seed.OfArtist(name, 1),
        SpotifyObjects.ARTIST,
        id,
        Optional.of(question.links().to("artists", id)));
  }

  private void add(Seed seed, String type, String id, Optional<String> href) {
    seeds.add(seed);
    asked.add(new Asked(type, id, href));
  }
}
