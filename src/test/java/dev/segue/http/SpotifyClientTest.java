package dev.segue.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.neovisionaries.i18n.CountryCode;
import dev.segue.catalog.Track;
import dev.segue.query.Entity;
import java.io.IOException;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.ParseException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import se.michaelthelin.spotify.IHttpManager;
import se.michaelthelin.spotify.SpotifyApi;
import se.michaelthelin.spotify.SpotifyHttpManager;
import se.michaelthelin.spotify.enums.AlbumGroup;
import se.michaelthelin.spotify.enums.Modality;
import se.michaelthelin.spotify.enums.ModelObjectType;
import se.michaelthelin.spotify.exceptions.SpotifyWebApiException;
import se.michaelthelin.spotify.exceptions.detailed.BadRequestException;
import se.michaelthelin.spotify.exceptions.detailed.NotFoundException;
import se.michaelthelin.spotify.model_objects.credentials.ClientCredentials;
import se.michaelthelin.spotify.model_objects.specification.Album;
import se.michaelthelin.spotify.model_objects.specification.AlbumSimplified;
import se.michaelthelin.spotify.model_objects.specification.Artist;
import se.michaelthelin.spotify.model_objects.specification.AudioFeatures;
import se.michaelthelin.spotify.model_objects.specification.Paging;
import se.michaelthelin.spotify.model_objects.specification.Recommendations;
import se.michaelthelin.spotify.model_objects.specification.RecommendationsSeed;
import se.michaelthelin.spotify.model_objects.specification.TrackSimplified;

/** A program that was written for Spotify, unchanged but for the host. */
class SpotifyClientTest extends ServedTest {
  private static final List<Track> TRACKS = Served.catalogue();
  private static final Track TRACK = TRACKS.get(44);
  private static final String ARTIST = Entity.artistId(TRACK.artists().getFirst());

  private SpotifyApi spotify;

  @BeforeAll
  void connect() throws Exception {
    spotify =
        new SpotifyApi.Builder()
            .setScheme("http")
            .setHost("127.0.0.1")
            .setPort(served.server().port())
            .setClientId("app")
            .setClientSecret("secret")
            .setHttpManager(new Redirected(served.uri("/").getPort()))
            .build();
    ClientCredentials credentials = spotify.clientCredentials().build().execute();
    assertThat(credentials.getExpiresIn()).isEqualTo(3600);
    assertThat(credentials.getTokenType()).isEqualTo("Bearer");
    spotify.setAccessToken(credentials.getAccessToken());
  }

  /** Tokens come from a host of their own, which the client has no setting for. */
  private record Redirected(IHttpManager client, int port) implements IHttpManager {
    Redirected(int port) {
      this(new SpotifyHttpManager.Builder().build(), port);
    }

    private URI here(URI uri) {
      return uri.getHost().equals("accounts.spotify.com")
          ? URI.create("http://127.0.0.1:%d%s".formatted(port, uri.getPath()))
          : uri;
    }

    @Override
    public String get(URI uri, Header[] headers)
        throws IOException, SpotifyWebApiException, ParseException {
      return client.get(here(uri), headers);
    }

    @Override
    public String post(URI uri, Header[] headers, HttpEntity body)
        throws IOException, SpotifyWebApiException, ParseException {
      return client.post(here(uri), headers, body);
    }

    @Override
    public String put(URI uri, Header[] headers, HttpEntity body)
        throws IOException, SpotifyWebApiException, ParseException {
      return client.put(here(uri), headers, body);
    }

    @Override
    public String delete(URI uri, Header[] headers, HttpEntity body)
        throws IOException, SpotifyWebApiException, ParseException {
      return client.delete(here(uri), headers, body);
    }
  }

  @Test
  void aTrack() throws Exception {
    var track = spotify.getTrack(TRACK.id()).build().execute();
    assertThat(track.getId()).isEqualTo(TRACK.id());
    assertThat(track.getName()).isEqualTo(TRACK.name());
    assertThat(track.getArtists())
        .extracting(artist -> artist.getName())
        .isEqualTo(TRACK.artists());
    assertThat(track.getAlbum().getName()).isEqualTo(TRACK.album());
    assertThat(track.getAlbum().getReleaseDate()).isEqualTo(TRACK.year().toString());
    assertThat(track.getPopularity()).isEqualTo(TRACK.popularity());
    assertThat(track.getDurationMs()).isEqualTo(TRACK.durationMillis());
    assertThat(track.getIsExplicit()).isEqualTo(TRACK.explicit());
    assertThat(track.getType()).isEqualTo(ModelObjectType.TRACK);
    assertThat(track.getUri()).isEqualTo("spotify:track:" + TRACK.id());
    assertThat(track.getPreviewUrl()).isNull();
  }

  @Test
  void tracksWithGaps() throws Exception {
    for (int i = 0; i < 10; i++) {
      Track track = TRACKS.get(i);
      var answered = spotify.getTrack(track.id()).build().execute();
      assertThat(answered.getAlbum().getName()).isEqualTo(track.album());
      assertThat(answered.getPopularity())
          .isEqualTo(Objects.requireNonNullElse(track.popularity(), 0));
      assertThat(answered.getIsExplicit()).isEqualTo(Boolean.TRUE.equals(track.explicit()));
    }
  }

  @Test
  void severalTracks() throws Exception {
    var tracks =
        spotify.getSeveralTracks(TRACK.id(), "nobody", TRACKS.get(7).id()).build().execute();
    assertThat(tracks).hasSize(3);
    assertThat(tracks[0].getName()).isEqualTo(TRACK.name());
    assertThat(tracks[1]).isNull();
    assertThat(tracks[2].getName()).isEqualTo(TRACKS.get(7).name());
  }

  @Test
  void audioFeatures() throws Exception {
    AudioFeatures one = spotify.getAudioFeaturesForTrack(TRACK.id()).build().execute();
    assertThat(one.getId()).isEqualTo(TRACK.id());
    assertThat(one.getTempo()).isEqualTo((float) TRACK.audio().tempo());
    assertThat(one.getEnergy()).isEqualTo((float) TRACK.audio().energy());
    assertThat(one.getKey()).isEqualTo(TRACK.audio().key());
    assertThat(one.getMode())
        .isEqualTo(TRACK.audio().mode() == 1 ? Modality.MAJOR : Modality.MINOR);
    assertThat(one.getTimeSignature()).isEqualTo(TRACK.audio().timeSignature());
    assertThat(one.getDurationMs()).isEqualTo(TRACK.durationMillis());
    String[] ids = TRACKS.subList(0, 100).stream().map(Track::id).toArray(String[]::new);
    ids[3] = "nobody";
    AudioFeatures[] several = spotify.getAudioFeaturesForSeveralTracks(ids).build().execute();
    assertThat(several).hasSize(100);
    assertThat(several[3]).isNull();
    assertThat(several[99].getValence()).isEqualTo((float) TRACKS.get(99).audio().valence());
    assertThatThrownBy(() -> spotify.getAudioAnalysisForTrack(TRACK.id()).build().execute())
        .isInstanceOf(NotFoundException.class)
        .hasMessage("analysis not found");
  }

  @Test
  void searches() throws Exception {
    var tracks =
        spotify.searchTracks(TRACK.name() + " " + TRACK.artists().getFirst()).build().execute();
    assertThat(tracks.getItems()[0].getName()).isEqualTo(TRACK.name());
    var artists = spotify.searchArtists(TRACK.artists().getFirst()).limit(3).build().execute();
    assertThat(artists.getItems()[0].getId()).isEqualTo(ARTIST);
    assertThat(artists.getLimit()).isEqualTo(3);
    var albums = spotify.searchAlbums("album:" + TRACK.album()).build().execute();
    assertThat(albums.getItems()).extracting(AlbumSimplified::getName).contains(TRACK.album());
    var all =
        spotify.searchItem(TRACK.artists().getFirst(), "album,artist,track").build().execute();
    assertThat(all.getArtists().getItems()[0].getId()).isEqualTo(ARTIST);
    assertThat(all.getTracks().getTotal()).isPositive();
    assertThat(all.getAlbums().getTotal()).isPositive();
    assertThat(spotify.searchPlaylists("love").build().execute().getTotal()).isZero();
  }

  @Test
  void artists() throws Exception {
    Artist artist = spotify.getArtist(ARTIST).build().execute();
    assertThat(artist.getName()).isEqualTo(TRACK.artists().getFirst());
    assertThat(artist.getGenres()).containsAll(TRACK.genres());
    assertThat(artist.getFollowers().getTotal()).isZero();
    assertThat(artist.getImages()).isEmpty();
    Artist[] several = spotify.getSeveralArtists(ARTIST, "nobody").build().execute();
    assertThat(several[0].getName()).isEqualTo(artist.getName());
    assertThat(several[1]).isNull();
    var top = spotify.getArtistsTopTracks(ARTIST, CountryCode.DE).build().execute();
    int popularity =
        TRACKS.stream()
            .filter(track -> Entity.ARTIST.ids(track).contains(ARTIST))
            .mapToInt(track -> Objects.requireNonNullElse(track.popularity(), 0))
            .max()
            .orElseThrow();
    assertThat(artist.getPopularity()).isEqualTo(popularity);
    assertThat(top[0].getPopularity()).isEqualTo(popularity);
    assertThat(top).allMatch(track -> isBy(track.getArtists(), ARTIST));
    Artist[] related = spotify.getArtistsRelatedArtists(ARTIST).build().execute();
    assertThat(related)
        .hasSize(20)
        .extracting(Artist::getId)
        .doesNotContain(ARTIST)
        .doesNotHaveDuplicates();
    Paging<AlbumSimplified> albums = spotify.getArtistsAlbums(ARTIST).build().execute();
    assertThat(albums.getItems()[0].getAlbumGroup()).isEqualTo(AlbumGroup.ALBUM);
    assertThat(albums.getItems()).extracting(AlbumSimplified::getName).contains(TRACK.album());
  }

  private static boolean isBy(
      se.michaelthelin.spotify.model_objects.specification.ArtistSimplified[] artists, String id) {
    return Arrays.stream(artists).anyMatch(artist -> artist.getId().equals(id));
  }

  @Test
  void albums() throws Exception {
    String id = Entity.ALBUM.ids(TRACK).getFirst();
    Album album = spotify.getAlbum(id).build().execute();
    assertThat(album.getName()).isEqualTo(TRACK.album());
    assertThat(album.getArtists()[0].getId()).isEqualTo(ARTIST);
    assertThat(album.getTracks().getItems())
        .extracting(TrackSimplified::getId)
        .contains(TRACK.id());
    Paging<TrackSimplified> tracks = spotify.getAlbumsTracks(id).limit(50).build().execute();
    assertThat(tracks.getTotal()).isEqualTo(album.getTracks().getTotal());
    Album[] several = spotify.getSeveralAlbums("nobody", id).build().execute();
    assertThat(several[0]).isNull();
    assertThat(several[1].getName()).isEqualTo(TRACK.album());
  }

  @Test
  void recommendations() throws Exception {
    String genre = spotify.getAvailableGenreSeeds().build().execute()[0];
    Recommendations recommendations =
        spotify
            .getRecommendations()
            .seed_tracks(TRACK.id())
            .seed_artists(ARTIST)
            .seed_genres(genre)
            .limit(40)
            .market(CountryCode.SE)
            .max_speechiness(.9f)
            .min_popularity(10)
            .target_acousticness(.3f)
            .target_danceability(.6f)
            .target_duration_ms(200_000)
            .target_energy(.7f)
            .target_instrumentalness(0f)
            .target_key(4)
            .target_liveness(.1f)
            .target_loudness(-7f)
            .target_mode(1)
            .target_popularity(60)
            .target_speechiness(.05f)
            .target_tempo(120f)
            .target_time_signature(4)
            .target_valence(.5f)
            .build()
            .execute();
    assertThat(recommendations.getTracks())
        .hasSize(40)
        .extracting(track -> track.getId())
        .doesNotHaveDuplicates()
        .doesNotContain(TRACK.id());
    assertThat(recommendations.getSeeds())
        .extracting(RecommendationsSeed::getType)
        .containsExactly(ModelObjectType.ARTIST, ModelObjectType.GENRE, ModelObjectType.TRACK);
    int passing =
        (int)
            TRACKS.stream()
                .filter(track -> track.audio().speechiness() <= .9f)
                .filter(track -> track.popularity() != null && track.popularity() >= 10)
                .count();
    for (RecommendationsSeed seed : recommendations.getSeeds()) {
      assertThat(seed.getInitialPoolSize()).isEqualTo(TRACKS.size());
      assertThat(seed.getAfterFilteringSize()).isEqualTo(passing);
      assertThat(seed.getAfterRelinkingSize()).isEqualTo(passing);
    }
  }

  @Test
  void errors() {
    assertThatThrownBy(() -> spotify.getTrack("nobody").build().execute())
        .isInstanceOf(NotFoundException.class)
        .hasMessage("No track has the id 'nobody'.");
    assertThatThrownBy(
            () ->
                spotify
                    .getRecommendations()
                    .seed_tracks("nobody")
                    .seed_artists("noone")
                    .seed_genres("x")
                    .build()
                    .execute())
        .isInstanceOf(BadRequestException.class)
        .hasMessageContaining("no track has the id 'nobody'")
        .hasMessageContaining("no artist has the id 'noone'")
        .hasMessageContaining("no track has the genre 'x'");
  }
}
