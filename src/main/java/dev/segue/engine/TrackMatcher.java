package dev.segue.engine;

import dev.segue.catalog.Track;
import dev.segue.index.TrackIndex;
import dev.segue.listening.Listen;
import dev.segue.query.NameKey;
import dev.segue.query.RecordingTitle;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Finds the tracks that a listening history names: by id, else by artist and title, where case,
 * accents and how a title was released do not matter; of several such tracks the most popular. For
 * one thread. Names cost a pass over all tracks, and memory for them, when the first is looked for.
 */
final class TrackMatcher {
  /** What parts the first artist from others. */
  private static final Pattern AND_OTHERS =
      Pattern.compile(
          "\\s*(?:[;,]|\\s(?:feat\\.?|ft\\.?|featuring|with|&|x|and)\\s).*",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern DASH = Pattern.compile("\\s+[-–—]\\s+");

  private final TrackIndex index;
  private Map<String, Named> byName;

  private record Named(String id, int popularity) {}

  /**
   * What was found.
   *
   * @param byId whether it is the id that was named
   */
  record Match(String trackId, boolean byId) {}

  TrackMatcher(TrackIndex index) {
    this.index = index;
  }

  Optional<Match> find(Listen listen) throws IOException {
    String id = listen.trackId();
    if (!id.isEmpty() && !index.ordinals(id).isEmpty()) {
      return Optional.of(new Match(id, true));
    }
    Optional<String> named = named(listen.artist(), listen.title());
    if (named.isEmpty() && !id.isEmpty()) {
      String[] artistAndTitle = DASH.split(id, 2);
      if (artistAndTitle.length == 2) {
        named = named(artistAndTitle[0], artistAndTitle[1]);
      }
    }
    return named.map(found -> new Match(found, false));
  }

  private Optional<String> named(String artist, String title) throws IOException {
    if (artist.isBlank() || title.isBlank()) {
      return Optional.empty();
    }
    if (byName == null) {
      byName = names();
    }
    Named found = byName.get(key(artist, title, List.of(artist)));
    if (found == null) {
      String first = AND_OTHERS.matcher(artist).replaceFirst("");
      found = byName.get(key(first, title, List.of(first)));
    }
    return Optional.ofNullable(found).map(Named::id);
  }

  private Map<String, Named> names() throws IOException {
    Map<String, Named> names = new HashMap<>();
    for (int ordinal = 0; ordinal < index.size(); ordinal++) {
      Track track = index.track(ordinal);
      int popularity = track.popularity() == null ? 0 : track.popularity();
      for (String artist : track.artists()) {
        names.merge(
            key(artist, track.name(), track.artists()),
            new Named(track.id(), popularity),
            (one, other) -> other.popularity() > one.popularity() ? other : one);
      }
    }
    return names;
  }

  private static String key(String artist, String title, List<String> artists) {
    return NameKey.of(artist) + "\n" + RecordingTitle.of(title, artists);
  }
}
