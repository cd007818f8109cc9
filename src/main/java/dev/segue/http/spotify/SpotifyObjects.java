package dev.segue.http.spotify;

import dev.segue.catalog.Track;
import dev.segue.engine.Snapshot;
import dev.segue.index.EntityHit;
import dev.segue.index.Facets;
import dev.segue.index.TextHits;
import dev.segue.index.TextQuery;
import dev.segue.index.TrackIndex;
import dev.segue.query.Entity;
import dev.segue.query.TrackFilter;
import dev.segue.query.Versions;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Makes objects of one snapshot, for one question and its thread. */
final class SpotifyObjects {
  static final String TRACK = "track";
  static final String ARTIST = "artist";
  static final String ALBUM = "album";

  private final TrackIndex index;
  private final Links links;

  /** Those that were described, by their ids: many tracks of an answer may be of one. */
  private final Map<String, AlbumObject.Simplified> albums = new HashMap<>();

  /**
   * Objects of a snapshot.
   *
   * @param links where they are
   */
  SpotifyObjects(Snapshot snapshot, Links links) {
    index = snapshot.index();
    this.links = links;
  }

  TrackObject track(Track track) throws IOException {
    return new TrackObject(
        simplified(track),
        track.album() == null ? AlbumObject.Simplified.NONE : albumOf(track),
        Map.of(),
        popularity(track));
  }

  List<TrackObject> tracks(List<Track> tracks) throws IOException {
    List<TrackObject> objects = new ArrayList<>();
    for (Track track : tracks) {
      objects.add(track(track));
    }
    return objects;
  }

  TrackObject.Simplified simplified(Track track) {
    return new TrackObject.Simplified(
        track.artists().stream().map(this::artistNamed).toList(),
        List.of(),
        1,
        track.durationMillis(),
        Boolean.TRUE.equals(track.explicit()),
        links.page("track", track.id()),
        links.to("tracks", track.id()),
        track.id(),
        false,
        track.name(),
        null,
        0,
        TRACK,
        Links.uri(TRACK, track.id()));
  }

  AudioFeaturesObject audioFeatures(Track track) {
    return new AudioFeaturesObject(
        track.audio(),
        track.durationMillis(),
        track.id(),
        Links.uri(TRACK, track.id()),
        links.to("tracks", track.id()),
        links.to("audio-analysis", track.id()),
        "audio_features");
  }

  private ArtistObject.Simplified artistNamed(String name) {
    String id = Entity.artistId(name);
    return new ArtistObject.Simplified(
        links.page("artist", name),
        links.to("artists", id),
        id,
        name,
        ARTIST,
        Links.uri(ARTIST, id));
  }

  /** The artist with that id, or empty when nobody has it. */
  Optional<ArtistObject> artist(String id) throws IOException {
    TextHits found = find(Entity.ARTIST, id);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    Track best = best(found);
    return Optional.of(
        new ArtistObject(
            artistNamed(Entity.ARTIST.name(best, id)),
            ArtistObject.Followers.NONE,
            genres(found),
            List.of(),
            popularity(best)));
  }

  List<ArtistObject> artists(List<String> ids) throws IOException {
    List<ArtistObject> artists = new ArrayList<>();
    for (String id : ids) {
      artists.add(artist(id).orElseThrow());
    }
    return artists;
  }

  /** The album with that id and its first tracks, or empty when none has it. */
  Optional<AlbumObject> album(String id) throws IOException {
    TextHits found = find(Entity.ALBUM, id);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    Track best = best(found);
    return Optional.of(
        new AlbumObject(
            albumOf(best),
            List.of(),
            Map.of(),
            genres(found),
            "",
            popularity(best),
            albumTracks(id, PageObject.Window.FIRST, Map.of())));
  }

  /** A page of an album's tracks, the most popular first: a catalogue does not hold their order. */
  PageObject<TrackObject.Simplified> albumTracks(
      String id, PageObject.Window window, Map<String, List<String>> parameters)
      throws IOException {
    TrackFilter its = new TrackFilter.EntityIs(Entity.ALBUM, id);
    int total = index.count(its);
    List<TrackObject.Simplified> tracks = new ArrayList<>();
    if (window.offset() < total) {
      for (int ordinal :
          window.of(index.mostPopular(its, Versions.ALL, Math.min(window.end(), total)))) {
        tracks.add(simplified(index.track(ordinal)));
      }
    }
    return window.page(tracks, total, links.question("albums/" + id + "/tracks", parameters));
  }

  /** The album of a track that has one, described by its most popular track. */
  AlbumObject.Simplified albumOf(Track track) throws IOException {
    String id = Entity.ALBUM.ids(track).getFirst();
    AlbumObject.Simplified known = albums.get(id);
    if (known == null) {
      known = described(id);
      albums.put(id, known);
    }
    return known;
  }

  private AlbumObject.Simplified described(String id) throws IOException {
    TrackFilter its = new TrackFilter.EntityIs(Entity.ALBUM, id);
    Track track = index.track(index.mostPopular(its, Versions.ALL, 1).getFirst());
    return new AlbumObject.Simplified(
        null,
        ALBUM,
        List.of(artistNamed(track.artists().getFirst())),
        List.of(),
        links.page("q", "album:\"%s\"".formatted(track.album().replace('"', ' '))),
        links.to("albums", id),
        id,
        track.imageUrl() == null
            ? List.of()
            : List.of(new ImageObject(track.imageUrl(), null, null)),
        track.album(),
        track.year() == null ? "0000" : String.format(Locale.ROOT, "%04d", track.year()),
        "year",
        index.count(its),
        ALBUM,
        Links.uri(ALBUM, id));
  }

  /** The albums that some hits are. */
  List<AlbumObject.Simplified> albumsOf(List<EntityHit> hits) throws IOException {
    List<AlbumObject.Simplified> albums = new ArrayList<>();
    for (EntityHit hit : hits) {
      albums.add(albumOf(index.track(hit.ordinal())));
    }
    return albums;
  }

  private TextHits find(Entity entity, String id) throws IOException {
    return index.search(
        TextQuery.mostPopular(
            index.read(""), new TrackFilter.EntityIs(entity, id), Versions.ALL, 1, true));
  }

  private Track best(TextHits found) throws IOException {
    return index.track(found.ranking().getFirst().ordinal());
  }

  private static List<String> genres(TextHits found) {
    return found.facets().orElseThrow().genres().stream().map(Facets.Count::value).toList();
  }

  private static int popularity(Track track) {
    return track.popularity() == null ? 0 : track.popularity();
  }
}
