package dev.segue.http.spotify;

import dev.segue.catalog.Track;
import dev.segue.index.EntityHit;
import dev.segue.index.GenreCount;
import dev.segue.index.IndexedTrack;
import dev.segue.index.TrackIndex;
import dev.segue.query.Entity;
import dev.segue.query.RequestException;
import dev.segue.query.RequestException.Code;
import dev.segue.query.TrackFilter;
import dev.segue.query.Versions;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Every question of Spotify's Web API that a catalogue can answer. All throw {@link
 * RequestException} for whatever the asker did wrong.
 */
public final class SpotifyApi {
  private static final int MOST_TRACKS = 50;
  private static final int MOST_AUDIO_FEATURES = 100;
  private static final int MOST_ARTISTS = 50;
  private static final int MOST_ALBUMS = 20;
  private static final int TOP_TRACKS = 10;
  private static final int RELATED_ARTISTS = 20;

  /** Those of an artist's own, and those of others with a track of his. */
  private static final String OWN = "album";

  private static final String APPEARS_ON = "appears_on";
  private static final Set<String> GROUPS = Set.of(OWN, "single", APPEARS_ON, "compilation");

  private SpotifyApi() {}

  /** A track by its id. */
  public static Object track(SpotifyQuestion question) throws IOException {
    question.only();
    return one("track", question.id(), ofTrack(question, question.objects()::track));
  }

  /** Tracks by their ids: {@code ids}. */
  public static Object tracks(SpotifyQuestion question) throws IOException {
    question.only("ids");
    return Map.of(
        "tracks", several(question.ids(MOST_TRACKS), ofTrack(question, question.objects()::track)));
  }

  /** How a track sounds. */
  public static Object audioFeatures(SpotifyQuestion question) throws IOException {
    question.only();
    return one("track", question.id(), ofTrack(question, question.objects()::audioFeatures));
  }

  /** How tracks sound: {@code ids}. */
  public static Object severalAudioFeatures(SpotifyQuestion question) throws IOException {
    question.only("ids");
    return Map.of(
        "audio_features",
        several(
            question.ids(MOST_AUDIO_FEATURES),
            ofTrack(question, question.objects()::audioFeatures)));
  }

  /** What no catalogue holds. */
  public static Object audioAnalysis(SpotifyQuestion question) {
    question.only();
    throw new RequestException(Code.NOTHING_FOUND, "id", "analysis not found");
  }

  /** An artist by the id. */
  public static Object artist(SpotifyQuestion question) throws IOException {
    question.only();
    return one("artist", question.id(), question.objects()::artist);
  }

  /** Artists by their ids: {@code ids}. */
  public static Object artists(SpotifyQuestion question) throws IOException {
    question.only("ids");
    return Map.of("artists", several(question.ids(MOST_ARTISTS), question.objects()::artist));
  }

  /** The most popular tracks of an artist. */
  public static Object topTracks(SpotifyQuestion question) throws IOException {
    question.only();
    TrackIndex index = question.snapshot().index();
    List<Track> tracks = new ArrayList<>();
    for (int ordinal : index.mostPopular(requireArtist(question), Versions.ONE, TOP_TRACKS)) {
      tracks.add(index.track(ordinal));
    }
    return Map.of("tracks", question.objects().tracks(tracks));
  }

  /** The artists whose tracks are most like an artist's. */
  public static Object relatedArtists(SpotifyQuestion question) throws IOException {
    question.only();
    requireArtist(question);
    return Map.of(
        "artists",
        question
            .objects()
            .artists(question.snapshot().relatedArtists().of(question.id(), RELATED_ARTISTS)));
  }

  /** The albums with tracks of an artist, his own first: {@code include_groups limit offset}. */
  public static Object artistAlbums(SpotifyQuestion question) throws IOException {
    PageObject.Window window =
        PageObject.Window.read(
            question.only("include_groups", "album_type", "limit", "offset"), Integer.MAX_VALUE);
    Set<String> groups = groups(question);
    TrackIndex index = question.snapshot().index();
    TrackFilter his = requireArtist(question);
    List<EntityHit> own = new ArrayList<>();
    List<EntityHit> others = new ArrayList<>();
    for (EntityHit album : index.entities(Entity.ALBUM, his)) {
      String main = Entity.ARTIST.ids(index.track(album.ordinal())).getFirst();
      (main.equals(question.id()) ? own : others).add(album);
    }
    List<EntityHit> all = new ArrayList<>(groups.contains(OWN) ? own : List.of());
    all.addAll(groups.contains(APPEARS_ON) ? others : List.of());
    List<EntityHit> page = window.of(all);
    List<AlbumObject.Simplified> albums = new ArrayList<>();
    for (AlbumObject.Simplified album : question.objects().albumsOf(page)) {
      boolean isOwn = own.contains(page.get(albums.size()));
      albums.add(album.inGroup(isOwn ? OWN : APPEARS_ON));
    }
    return window.page(
        albums,
        all.size(),
        question
            .links()
            .question("artists/" + question.id() + "/albums", question.parameters().values()));
  }

  private static Set<String> groups(SpotifyQuestion question) {
    for (String name : List.of("include_groups", "album_type")) { // its older name, too
      Optional<String> given = question.parameters().one(name);
      if (given.isPresent()) {
        return groups(name, given.get());
      }
    }
    return GROUPS;
  }

  private static Set<String> groups(String name, String given) {
    Set<String> groups = Set.copyOf(Arrays.asList(given.split(",", -1)));
    if (!GROUPS.containsAll(groups)) {
      throw RequestException.invalid(
          name,
          "%s is '%s', allowed are %s, with commas."
              .formatted(name, given, String.join(", ", GROUPS.stream().sorted().toList())));
    }
    return groups;
  }

  /** An album by its id. */
  public static Object album(SpotifyQuestion question) throws IOException {
    question.only();
    return one("album", question.id(), question.objects()::album);
  }

  /** Albums by their ids: {@code ids}. */
  public static Object albums(SpotifyQuestion question) throws IOException {
    question.only("ids");
    return Map.of("albums", several(question.ids(MOST_ALBUMS), question.objects()::album));
  }

  /** The tracks of an album: {@code limit offset}. */
  public static Object albumTracks(SpotifyQuestion question) throws IOException {
    PageObject.Window window =
        PageObject.Window.read(question.only("limit", "offset"), Integer.MAX_VALUE);
    PageObject<TrackObject.Simplified> page =
        question.objects().albumTracks(question.id(), window, question.parameters().values());
    if (page.total() == 0) {
      throw unknown("album", question.id());
    }
    return page;
  }

  /** Tracks, artists and albums by free text: {@code q type limit offset}. */
  public static Object search(SpotifyQuestion question) throws IOException {
    return new SpotifySearch(question).answer();
  }

  /** Tracks for up to five seeds. */
  public static Object recommendations(SpotifyQuestion question) throws IOException {
    return new SpotifyRecommendations(question).answer();
  }

  /** Every genre, in order. */
  public static Object genreSeeds(SpotifyQuestion question) {
    question.only();
    return Map.of(
        "genres",
        question.snapshot().index().genres().stream().map(GenreCount::name).sorted().toList());
  }

  /** Makes an object of an id, or of nobody's id nothing. */
  private interface Lookup<T> {
    Optional<T> of(String id) throws IOException;
  }

  /** Makes an object of a track. */
  private interface OfTrack<T> {
    T of(Track track) throws IOException;
  }

  private static <T> Lookup<T> ofTrack(SpotifyQuestion question, OfTrack<T> object) {
    return id -> {
      Optional<IndexedTrack> found = question.snapshot().index().byId(id);
      return found.isEmpty() ? Optional.empty() : Optional.of(object.of(found.get().track()));
    };
  }

  private static <T> T one(String kind, String id, Lookup<T> lookup) throws IOException {
    return lookup.of(id).orElseThrow(() -> unknown(kind, id));
  }

  /** One for each id, {@code null} where nobody has it. */
  private static <T> List<T> several(List<String> ids, Lookup<T> lookup) throws IOException {
    List<T> objects = new ArrayList<>();
    for (String id : ids) {
      objects.add(lookup.of(id).orElse(null));
    }
    return objects;
  }

  /** The tracks of the artist who is asked about. */
  private static TrackFilter requireArtist(SpotifyQuestion question) throws IOException {
    TrackFilter his = new TrackFilter.EntityIs(Entity.ARTIST, question.id());
    if (question.snapshot().index().count(his) == 0) {
      throw unknown("artist", question.id());
    }
    return his;
  }

  private static RequestException unknown(String kind, String id) {
    return new RequestException(
        Code.NOTHING_FOUND, "id", "No %s has the id '%s'.".formatted(kind, id));
  }
}
