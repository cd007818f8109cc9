package dev.segue.http.spotify;

import dev.segue.catalog.Track;
import dev.segue.http.api.Parameters;
import dev.segue.http.spotify.SearchText.Reach;
import dev.segue.index.EntityHit;
import dev.segue.query.Entity;
import dev.segue.query.NameField;
import dev.segue.query.RequestException;
import dev.segue.search.SearchRequest;
import dev.segue.search.SearchResult;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@code /v1/search}: one page for every type that is asked for. */
final class SpotifySearch {
  /** How far Spotify's pages go. */
  private static final int REACH = 1_000;

  /** Types, and how their pages are called; what is no track, artist or album, is not held. */
  private static final Map<String, String> TYPES =
      Map.of(
          SpotifyObjects.TRACK,
          "tracks",
          SpotifyObjects.ARTIST,
          "artists",
          SpotifyObjects.ALBUM,
          "albums",
          "playlist",
          "playlists",
          "show",
          "shows",
          "episode",
          "episodes",
          "audiobook",
          "audiobooks");

  private final SpotifyQuestion question;
  private final SpotifyObjects objects;

  SpotifySearch(SpotifyQuestion question) {
    this.question = question;
    objects = question.objects();
  }

  /** The pages by their names. */
  Map<String, PageObject<?>> answer() throws IOException {
    Parameters parameters = question.only("q", "query", "type", "limit", "offset");
    String q = parameters.one("q").or(() -> parameters.one("query")).orElse("");
    if (q.isBlank()) {
      throw RequestException.invalid("q", "q is missing; say what to search for.");
    }
    SearchRequest.checkText(q);
    PageObject.Window window = PageObject.Window.read(parameters, REACH);
    SearchText text = SearchText.read(q, Reach.NEXT_FIELD);
    if (text.isEmpty()) {
      throw RequestException.invalid(
          "q", "q is '%s', which names nothing; say what to search for.".formatted(q));
    }
    SearchText narrower = SearchText.read(q, Reach.NEXT_WORD);
    Map<String, PageObject<?>> pages = new LinkedHashMap<>();
    for (String type : types(parameters)) {
      Links.Question asked =
          question.links().question("search", parameters.values()).with("type", type);
      PageObject<?> page = page(type, text, window, asked);
      if (page.total() == 0 && !narrower.equals(text)) {
        page = page(type, narrower, window, asked);
      }
      pages.put(TYPES.get(type), page);
    }
    return pages;
  }

  private PageObject<?> page(
      String type, SearchText text, PageObject.Window window, Links.Question asked)
      throws IOException {
    return switch (type) {
      case SpotifyObjects.TRACK -> tracks(text, window, asked);
      case SpotifyObjects.ARTIST -> artists(text, window, asked);
      case SpotifyObjects.ALBUM -> albums(text, window, asked);
      default -> window.page(List.of(), 0, asked);
    };
  }

  private static Set<String> types(Parameters parameters) {
    String given =
        parameters
            .one("type")
            .orElseThrow(
                () ->
                    RequestException.invalid(
                        "type", "type is missing; say track, artist or album."));
    Set<String> types = new LinkedHashSet<>();
    Arrays.stream(given.split(",", -1)).map(String::strip).forEach(types::add);
    for (String type : types) {
      if (!TYPES.containsKey(type)) {
        throw RequestException.invalid(
            "type",
            "type has '%s', allowed are %s."
                .formatted(type, String.join(", ", TYPES.keySet().stream().sorted().toList())));
      }
    }
    return types;
  }

  private PageObject<TrackObject> tracks(
      SearchText text, PageObject.Window window, Links.Question asked) throws IOException {
    List<Track> found = new ArrayList<>();
    Optional<String> cursor = Optional.empty();
    SearchResult result;
    do {
      int limit = Math.min(window.end() - found.size(), SearchRequest.MAX_LIMIT);
      result =
          question
              .snapshot()
              .search()
              .search(SearchRequest.byWords(text.words(), text.filter(), limit, cursor));
      result.tracks().forEach(hit -> found.add(hit.track()));
      cursor = result.nextCursor();
    } while (found.size() < window.end() && cursor.isPresent());
    return window.page(objects.tracks(window.of(found)), Math.toIntExact(result.total()), asked);
  }

  private PageObject<ArtistObject> artists(
      SearchText text, PageObject.Window window, Links.Question asked) throws IOException {
    List<EntityHit> found = named(Entity.ARTIST, text);
    List<String> ids = window.of(found).stream().map(EntityHit::id).toList();
    return window.page(objects.artists(ids), found.size(), asked);
  }

  private PageObject<AlbumObject.Simplified> albums(
      SearchText text, PageObject.Window window, Links.Question asked) throws IOException {
    List<EntityHit> found = named(Entity.ALBUM, text);
    return window.page(objects.albumsOf(window.of(found)), found.size(), asked);
  }

  /** Who asks for {@code artist:} means an artist of that name, not all who play with him. */
  private List<EntityHit> named(Entity entity, SearchText text) throws IOException {
    NameField own = entity == Entity.ARTIST ? NameField.ARTIST : NameField.ALBUM;
    String name = "%s %s".formatted(text.names().getOrDefault(own, ""), text.words()).strip();
    return question.snapshot().nameSearch().search(entity, name, text.filter());
  }
}
