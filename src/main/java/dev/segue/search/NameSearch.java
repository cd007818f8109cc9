package dev.segue.search;

import dev.segue.catalog.Track;
import dev.segue.index.EntityHit;
import dev.segue.index.TrackIndex;
import dev.segue.query.Entity;
import dev.segue.query.NameField;
import dev.segue.query.NameKey;
import dev.segue.query.RequestException;
import dev.segue.query.TrackFilter;
import dev.segue.rank.ScoredTrack;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Free text to artists and albums: those whose names have every word, the one that is just so named
 * first, then the most popular; of albums, words may stand in the main artist's name, too, but not
 * all. Where there is none, misspelt words are corrected as for tracks, and at last it is those
 * whose tracks are found. Thread-safe.
 */
public final class NameSearch {
  /** So many of those with a word in the name are looked at, the most popular. */
  private static final int MOST = 2_000;

  /** Of so many tracks at most, where no name is found. */
  private static final int TRACKS = 50;

  private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

  private final TrackIndex index;
  private final TrackSearch tracks;

  /**
   * A search over an index.
   *
   * @param tracks over the same index
   */
  public NameSearch(TrackIndex index, TrackSearch tracks) {
    this.index = index;
    this.tracks = tracks;
  }

  /**
   * Everything that is found, the best first.
   *
   * @param q free text; blank, or a star, finds all
   * @param filter which tracks count
   * @throws RequestException when the text is too long
   */
  public List<EntityHit> search(Entity entity, String q, TrackFilter filter) throws IOException {
    SearchRequest.checkText(q);
    if (index.read(q).words().isEmpty()) {
      return q.isBlank() || q.strip().equals("*") ? index.entities(entity, filter) : List.of();
    }
    List<EntityHit> named = named(entity, q, filter);
    if (!named.isEmpty()) {
      return named;
    }
    SearchResult found = tracks.search(SearchRequest.byWords(q, filter, TRACKS, Optional.empty()));
    if (found.corrected()) {
      named = named(entity, found.didYouMean().orElseThrow().text(), filter);
    }
    return named.isEmpty() ? ofTracks(entity, q, found.tracks()) : named;
  }

  private List<EntityHit> named(Entity entity, String text, TrackFilter filter) throws IOException {
    Set<String> words = words(text);
    Optional<NameField> field =
        entity == Entity.ARTIST
            ? Optional.of(NameField.ARTIST)
            : Optional.of(NameField.ALBUM).filter(album -> words.size() == 1);
    List<TrackFilter> parts = new ArrayList<>(List.of(filter));
    words.forEach(word -> parts.add(new TrackFilter.Named(field, word, false)));
    String wanted = letters(text);
    List<EntityHit> exact = new ArrayList<>();
    List<EntityHit> others = new ArrayList<>();
    List<EntityHit> all = index.entities(entity, new TrackFilter.AllOf(parts));
    for (EntityHit hit : all.subList(0, Math.min(MOST, all.size()))) {
      Track track = index.track(hit.ordinal());
      String name = entity.name(track, hit.id());
      if (letters(name).equals(wanted)) {
        exact.add(hit);
      } else if (entity == Entity.ARTIST
          ? track.artists().size() == 1 || words(name).containsAll(words)
          : words.size() == 1 || isOfAlbum(words, track)) {
        others.add(hit);
      }
    }
    exact.addAll(others);
    return exact;
  }

  private boolean isOfAlbum(Set<String> words, Track track) {
    Set<String> left = new HashSet<>(words);
    return left.removeAll(words(track.album()))
        && words(track.artists().getFirst()).containsAll(left);
  }

  private Set<String> words(String text) {
    Set<String> words = new LinkedHashSet<>();
    index.read(text).words().forEach(word -> words.add(word.text()));
    return words;
  }

  /** What makes two names one to whoever types them: AC/DC is acdc. */
  private static String letters(String name) {
    String key = NameKey.of(name);
    String letters = BETWEEN.matcher(key).replaceAll("");
    return letters.isEmpty() ? key : letters;
  }

  /** In the order of the tracks; only those who are just so named, where there are some. */
  private static List<EntityHit> ofTracks(Entity entity, String text, List<ScoredTrack> tracks) {
    String wanted = letters(text);
    Set<String> exact = new HashSet<>();
    Map<String, EntityHit> hits = new LinkedHashMap<>();
    for (ScoredTrack found : tracks) {
      for (String id : entity.ids(found.track())) {
        if (letters(entity.name(found.track(), id)).equals(wanted)) {
          exact.add(id);
        }
        hits.merge(
            id,
            new EntityHit(id, 1, found.ordinal()),
            (known, more) -> new EntityHit(id, known.tracks() + 1, known.ordinal()));
      }
    }
    return hits.values().stream()
        .filter(hit -> exact.isEmpty() || exact.contains(hit.id()))
        .toList();
  }
}
