package dev.segue.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.catalog.Track;
import dev.segue.http.Served.Reply;
import dev.segue.query.Entity;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** {@code /v1}: what clients see of it. */
class SpotifyHttpTest extends ServedTest {
  private static final List<Track> TRACKS = Served.catalogue();
  private static final Track TRACK = TRACKS.get(42);

  @Test
  void pagesLeadToEverythingOnce() throws Exception {
    for (String type : List.of("track", "artist", "album")) {
      String next = "/v1/search?q=year:1000-2999&limit=30&type=" + type;
      List<String> found = new ArrayList<>();
      String previous = null;
      int pages = 0;
      int total = 0;
      while (next != null) {
        JsonNode page = served.get(next).json().get(type + "s");
        page.get("items").forEach(item -> found.add(item.get("id").asString()));
        assertThat(page.get("previous").asString(null)).isEqualTo(previous);
        assertThat(page.get("offset").asInt()).isEqualTo(30 * pages++);
        previous = page.get("href").asString();
        next = page.get("next").isNull() ? null : path(page.get("next").asString());
        total = page.get("total").asInt();
      }
      assertThat(found).as(type).doesNotHaveDuplicates().hasSize(total);
      if (!type.equals("track")) {
        Set<String> dated =
            TRACKS.stream()
                .filter(track -> track.year() != null)
                .flatMap(
                    track ->
                        (type.equals("artist") ? Entity.ARTIST : Entity.ALBUM).ids(track).stream())
                .collect(Collectors.toSet());
        assertThat(new TreeSet<>(found)).isEqualTo(new TreeSet<>(dated));
      }
    }
  }

  private static String path(String address) {
    URI uri = URI.create(address);
    return uri.getRawPath() + "?" + uri.getRawQuery();
  }

  @Test
  void anAlbumHoldsItsTracks() throws Exception {
    Map<String, List<Track>> albums = new LinkedHashMap<>();
    for (Track track : TRACKS) {
      Entity.ALBUM
          .ids(track)
          .forEach(id -> albums.computeIfAbsent(id, unused -> new ArrayList<>()).add(track));
    }
    for (Map.Entry<String, List<Track>> album : albums.entrySet()) {
      JsonNode answer = served.get("/v1/albums/" + album.getKey()).json();
      assertThat(answer.get("total_tracks").asInt()).isEqualTo(album.getValue().size());
      assertThat(ids(answer.at("/tracks/items")))
          .containsExactlyInAnyOrderElementsOf(album.getValue().stream().map(Track::id).toList());
      assertThat(answer.at("/tracks/href").asString())
          .endsWith("/v1/albums/%s/tracks?limit=50&offset=0".formatted(album.getKey()));
    }
  }

  @Test
  void anArtistHasAlbumsOfHisOwnAndOfOthers() throws Exception {
    Track together =
        TRACKS.stream()
            .filter(track -> track.artists().size() > 1 && track.album() != null)
            .findFirst()
            .orElseThrow();
    String album = Entity.ALBUM.ids(together).getFirst();
    String main = Entity.artistId(together.artists().getFirst());
    String guest = Entity.artistId(together.artists().getLast());
    assertThat(albums(main, "album")).contains(album);
    assertThat(albums(main, "appears_on")).doesNotContain(album);
    assertThat(albums(guest, "appears_on,compilation")).contains(album);
    assertThat(albums(guest, "single")).isEmpty();
    assertThat(ids(served.get("/v1/artists/" + guest + "/albums?limit=50").json().get("items")))
        .contains(album);
  }

  private List<String> albums(String artist, String groups) throws Exception {
    String url = "/v1/artists/%s/albums?limit=50&include_groups=%s".formatted(artist, groups);
    return ids(served.get(url).json().get("items"));
  }

  private static List<String> ids(JsonNode items) {
    List<String> ids = new ArrayList<>();
    items.forEach(item -> ids.add(item.get("id").asString()));
    return ids;
  }

  @Test
  void howeverFarOnePages() throws Exception {
    String album = Entity.ALBUM.ids(TRACK).getFirst();
    String artist = Entity.artistId(TRACK.artists().getFirst());
    for (String path :
        List.of("/v1/albums/" + album + "/tracks", "/v1/artists/" + artist + "/albums")) {
      for (int offset : new int[] {1_000_000_000, Integer.MAX_VALUE}) {
        JsonNode page = served.get(path + "?limit=50&offset=" + offset).json();
        assertThat(page.get("items")).as(path).isEmpty();
        assertThat(page.get("next").isNull()).isTrue();
        assertThat(page.get("total").asInt()).isPositive();
      }
    }
  }

  @Test
  void anArtistIsNotAllWhoPlayWithHim() throws Exception {
    for (Track track : TRACKS.subList(0, 100)) {
      for (String artist : track.artists()) {
        JsonNode first =
            served
                .get(
                    Served.url(
                        "/v1/search", "q", "artist:\"%s\"".formatted(artist), "type", "artist"))
                .json()
                .at("/artists/items/0");
        assertThat(first.get("id").asString()).as(artist).isEqualTo(Entity.artistId(artist));
      }
    }
  }

  @Test
  void wordsAfterAnArtist() throws Exception {
    String q = "artist:%s %s".formatted(word(TRACK.artists().getFirst()), TRACK.name());
    assertThat(
            ids(
                served
                    .get(Served.url("/v1/search", "q", q, "type", "track"))
                    .json()
                    .at("/tracks/items")))
        .contains(TRACK.id());
  }

  private static String word(String name) {
    return name.split(" ", 2)[0];
  }

  @Test
  void anAlbumIsTheSameWhereverItStands() throws Exception {
    for (Track track : TRACKS.subList(0, 100)) {
      if (track.album() != null) {
        JsonNode there = served.get("/v1/tracks/" + track.id()).json().get("album");
        JsonNode album = served.get("/v1/albums/" + there.get("id").asString()).json();
        for (String property : there.propertyNames()) {
          assertThat(album.get(property)).as(property).isEqualTo(there.get(property));
        }
      }
    }
  }

  @Test
  void aPageForPeople() throws Exception {
    JsonNode track = served.get("/v1/tracks/" + TRACK.id()).json();
    assertThat(track.at("/external_urls/spotify").asString())
        .isEqualTo(served.uri("/?track=" + TRACK.id()).toString());
  }

  @Test
  void boundsThatBoundNothing() throws Exception {
    String url = "/v1/recommendations?min_duration_ms=0&max_loudness=100&seed_tracks=" + TRACK.id();
    JsonNode seed = served.get(url).json().at("/seeds/0");
    assertThat(seed.get("afterFilteringSize")).isEqualTo(seed.get("initialPoolSize"));
  }

  @Test
  void filtersOfASearchHold() throws Exception {
    String artist = TRACK.artists().getFirst();
    Reply reply =
        served.get(
            Served.url(
                "/v1/search",
                "q",
                "artist:%s year:%d".formatted(artist, TRACK.year()),
                "type",
                "track",
                "market",
                "SE"));
    List<String> expected =
        TRACKS.stream()
            .filter(track -> track.artists().contains(artist))
            .filter(track -> TRACK.year().equals(track.year()))
            .map(Track::id)
            .toList();
    assertThat(ids(reply.json().at("/tracks/items"))).containsExactlyInAnyOrderElementsOf(expected);
    assertThat(total("isrc:USUM71703861")).isZero();
    assertThat(total("genre:\"" + TRACK.genres().getFirst() + "\"")).isPositive();
  }

  private int total(String q) throws Exception {
    return served
        .get(Served.url("/v1/search", "q", q, "type", "track"))
        .json()
        .at("/tracks/total")
        .asInt();
  }

  @Test
  void whatTheCatalogueDoesNotSayIsEmpty() throws Exception {
    Track unnamed = TRACKS.get(10);
    JsonNode album = served.get("/v1/tracks/" + unnamed.id()).json().get("album");
    assertThat(album.get("id").isNull()).isTrue();
    assertThat(album.get("artists")).isEmpty();
    JsonNode undated = served.get("/v1/tracks/" + undated().id()).json();
    assertThat(undated.at("/album/release_date").asString()).isEqualTo("0000");
    assertThat(undated.get("external_ids")).isEmpty();
    assertThat(undated.get("preview_url").isNull()).isTrue();
  }

  /** As spotipy and older programs ask. */
  @Test
  void otherWaysToAsk() throws Exception {
    String id = Entity.ALBUM.ids(TRACK).getFirst();
    for (String path :
        List.of(
            "/v1/tracks/?ids=" + TRACK.id(),
            "/v1/audio-features/?ids=" + TRACK.id(),
            "/v1/albums/" + id + "/tracks/?limit=50&offset=0",
            "/v1/search?query=love&type=track&locale=de",
            "/v1/artists/%s/albums?album_type=album&country=SE"
                .formatted(Entity.artistId(TRACK.artists().getFirst())))) {
      assertThat(served.get(path).status()).as(path).isEqualTo(200);
    }
  }

  /** A track that is the only one of its album, and has no year. */
  private static Track undated() {
    return TRACKS.stream()
        .filter(track -> track.year() == null && track.album() != null)
        .filter(
            track ->
                TRACKS.stream()
                        .filter(other -> Entity.ALBUM.ids(other).equals(Entity.ALBUM.ids(track)))
                        .count()
                    == 1)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void linksAreWhatTheAskerCanFollow() throws Exception {
    String path = "/v1/tracks/" + TRACK.id();
    String href = served.get(path).json().get("href").asString();
    assertThat(href).isEqualTo(served.uri(path).toString());
    Reply behindProxy =
        served.get(path, "X-Forwarded-Proto", "https", "X-Forwarded-Host", "music.example.org");
    assertThat(behindProxy.json().get("href").asString())
        .isEqualTo("https://music.example.org" + path);
    Reply misled = served.get(path, "X-Forwarded-Proto", "x:", "X-Forwarded-Host", "a b/?");
    assertThat(misled.json().get("href").asString()).isEqualTo(href);
    assertThat(served.raw("GET " + path + " HTTP/1.0").json().get("href").asString())
        .startsWith("http://localhost:");
  }

  @Test
  void whoHasAnAnswerIsNotSentItAgain() throws Exception {
    Reply reply = served.get("/v1/tracks/" + TRACK.id());
    assertThat(reply.header("Cache-Control")).isEqualTo("private, no-cache");
    Reply again = served.get("/v1/tracks/" + TRACK.id(), "If-None-Match", reply.header("ETag"));
    assertThat(again.status()).isEqualTo(304);
    assertThat(served.ask("HEAD", "/v1/search?q=love&type=track").status()).isEqualTo(200);
  }
}
