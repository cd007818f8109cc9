package dev.segue.catalog.synthetic;

import dev.segue.catalog.AudioFeatures;
import dev.segue.catalog.Track;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Invented people who listen to tracks: each has some genres, likes what sounds like one of their
 * songs, hears hits sooner than what nobody knows, and listens in sessions at their times of day,
 * calmer at night and livelier in the afternoon, their favourites most; these they say that they
 * like, of others they skip some. The same seed, the same listening, on every machine. O(tracks of
 * a listener's genres) a listener.
 */
public final class SyntheticListeners {
  private static final int PURPOSE = 0x11;

  /** When the year of listening ends. */
  private static final Instant END = Instant.parse("2026-01-01T00:00:00Z");

  private static final int DAYS = 365;
  private static final int MOST_GENRES = 4;

  /** Median and spread of how many different tracks somebody listens to. */
  private static final double LIBRARY_LOG_MEAN = StrictMath.log(40);

  private static final double LIBRARY_LOG_DEVIATION = .7;
  private static final int LEAST_LIBRARY = 5;
  private static final int MOST_LIBRARY = 600;

  /** How far from what they like a sound may be to be heard half as often, about. */
  private static final double TOLERANCE = .25;

  private static final double POPULARITY_EXPONENT = 1.5;
  private static final double SAME_ARTIST = .3;
  private static final double SKIPPED = .1;
  private static final int SKIPPED_SECONDS = 10;

  /** Of sessions, how many are at the other time of day. */
  private static final double OTHER_TIME = .4;

  /** Of a library, one in so many. */
  private static final int FAVOURITES = 10;

  private final long seed;
  private final List<Track> tracks;
  private final Map<String, List<Track>> byGenre = new LinkedHashMap<>();

  /**
   * Somebody did something with a track.
   *
   * @param user such as {@code listener-17}
   * @param type {@code play}, {@code skip} or {@code like}
   * @param timeOfDay {@code morning}, {@code afternoon}, {@code evening} or {@code night}
   */
  public record Deed(String user, String trackId, Instant at, String type, String timeOfDay) {}

  /**
   * Prepares listeners.
   *
   * @param tracks that can be heard, at least one
   */
  public SyntheticListeners(List<Track> tracks, long seed) {
    this.tracks = List.copyOf(tracks);
    this.seed = seed;
    for (Track track : tracks) {
      for (String genre : track.genres().isEmpty() ? List.of("") : track.genres()) {
        byGenre.computeIfAbsent(genre, unused -> new ArrayList<>()).add(track);
      }
    }
  }

  /** What one of them did, in the order of time. */
  public void listen(int listener, Consumer<Deed> to) {
    Dice dice = Dice.of(seed, PURPOSE, listener);
    List<Track> library = library(dice);
    Map<String, List<Track>> byArtist = new LinkedHashMap<>();
    for (Track track : library) {
      byArtist.computeIfAbsent(track.artists().getFirst(), unused -> new ArrayList<>()).add(track);
    }
    Set<Track> favourites = Set.copyOf(library.subList(0, 1 + library.size() / FAVOURITES));
    Set<Track> unliked = new HashSet<>(favourites);
    double hour = 19 + 4 * dice.gaussian();
    double otherHour = 24 * dice.unit();
    List<Instant> sessions = new ArrayList<>();
    for (int i = 0; i < 2 + library.size() / 4; i++) {
      double hours =
          24 * dice.below(DAYS) + (dice.chance(OTHER_TIME) ? otherHour : hour) + dice.gaussian();
      sessions.add(END.minus(Duration.ofDays(DAYS)).plusSeconds((long) (3600 * hours)));
    }
    sessions.sort(null);
    Instant at = Instant.MIN;
    for (Instant session : sessions) {
      at = session.isAfter(at) ? session : at;
      String timeOfDay = timeOfDay(at);
      Track before = null;
      for (int left = dice.between(3, 15); left > 0; left--) {
        Track track = next(library, byArtist, before, dice);
        if (timeOfDay.equals("night") || timeOfDay.equals("afternoon")) {
          Track other = next(library, byArtist, before, dice);
          boolean calmer = other.audio().energy() < track.audio().energy();
          track = calmer == timeOfDay.equals("night") ? other : track;
        }
        boolean skipped = !favourites.contains(track) && dice.chance(SKIPPED);
        String user = "listener-" + (listener + 1);
        to.accept(new Deed(user, track.id(), at, skipped ? "skip" : "play", timeOfDay));
        if (unliked.remove(track)) {
          to.accept(new Deed(user, track.id(), at, "like", timeOfDay));
        }
        at = skipped ? at.plusSeconds(SKIPPED_SECONDS) : at.plusMillis(track.durationMillis());
        before = track;
      }
    }
  }

  private static String timeOfDay(Instant at) {
    int hour = at.atOffset(ZoneOffset.UTC).getHour();
    if (hour < 6) {
      return "night";
    }
    return hour < 12 ? "morning" : hour < 18 ? "afternoon" : hour < 23 ? "evening" : "night";
  }

  /** Another of the same artist, or one of the library, whose first are the favourites. */
  private static Track next(
      List<Track> library, Map<String, List<Track>> byArtist, Track before, Dice dice) {
    if (before != null && dice.chance(SAME_ARTIST)) {
      List<Track> more = byArtist.get(before.artists().getFirst());
      return more.get(dice.below(more.size()));
    }
    double place = dice.unit();
    return library.get((int) (library.size() * place * place));
  }

  private List<Track> library(Dice dice) {
    Track model = tracks.get(dice.below(tracks.size()));
    List<Track> near = new ArrayList<>();
    for (String genre : genres(model, dice)) {
      near.addAll(byGenre.get(genre));
    }
    double[] bounds = new double[near.size()];
    for (int i = 0; i < bounds.length; i++) {
      bounds[i] = (i == 0 ? 0 : bounds[i - 1]) + appeal(near.get(i), model);
    }
    double size = StrictMath.exp(LIBRARY_LOG_MEAN + LIBRARY_LOG_DEVIATION * dice.gaussian());
    int wanted = (int) Math.clamp(size, LEAST_LIBRARY, MOST_LIBRARY);
    Set<Track> library = new LinkedHashSet<>();
    for (int draw = 0; library.size() < wanted && draw < 4 * wanted; draw++) {
      int place = Arrays.binarySearch(bounds, dice.unit() * bounds[bounds.length - 1]);
      library.add(near.get(Math.min(bounds.length - 1, place < 0 ? -place - 1 : place + 1)));
    }
    return new ArrayList<>(library);
  }

  /** The genres of a track, and others that its tracks are also of. */
  private Set<String> genres(Track model, Dice dice) {
    Set<String> genres = new LinkedHashSet<>();
    genres.addAll(model.genres().isEmpty() ? List.of("") : model.genres());
    for (int more = dice.below(MOST_GENRES); more > 0; more--) {
      List<Track> known = byGenre.get(genres.iterator().next());
      Track other =
          dice.chance(.5)
              ? known.get(dice.below(known.size()))
              : tracks.get(dice.below(tracks.size()));
      genres.addAll(other.genres().isEmpty() ? List.of("") : other.genres());
    }
    return genres;
  }

  private static double appeal(Track track, Track model) {
    AudioFeatures one = track.audio();
    AudioFeatures other = model.audio();
    double distance =
        square(one.energy() - other.energy())
            + square(one.valence() - other.valence())
            + square(one.danceability() - other.danceability())
            + square(one.acousticness() - other.acousticness());
    double popularity = track.popularity() == null ? 0 : track.popularity();
    return StrictMath.pow(2 + popularity, POPULARITY_EXPONENT)
        * StrictMath.exp(-distance / (2 * TOLERANCE * TOLERANCE));
  }

  private static double square(double number) {
    return number * number;
  }
}
