package dev.segue.catalog.synthetic;

import java.util.Optional;

/** Knows every artist of a seed by number, remembering none. */
final class Roster {
  static final int THIS_YEAR = 2024;

  /** Productivity follows Zipf's law: as many artists have k albums or more as k^-1.45. */
  private static final double PRODUCTIVITY_EXPONENT = 1.45;

  private static final int MOST_ALBUMS = 18;
  private static final double LUCK_IN_ALBUMS = 0.7;
  private static final double LUCK_IN_FAME = 0.62;
  private static final double CHANCE_IN_FAME = 0.5;
  private static final double CAREFUL_SHARE = 0.5;
  private static final double SECOND_GENRE_SHARE = 0.4;
  private static final double SECOND_GENRE_PART = 0.25;

  /** Even the first artists have so many colleagues to choose from. */
  private static final int FIRST_GENERATION = 150;

  private static final int COLLEAGUES_ASKED = 16;

  private final long seed;
  private final Genres genres;
  private final Voices voices;

  Roster(long seed) {
    this.seed = seed;
    this.genres = Genres.load();
    this.voices = Voices.load(genres.voices());
  }

  Artist artist(long number) {
    Genre home = home(number);
    Dice dice = dice(Purpose.ARTIST, number);
    Genre second = dice.chance(SECOND_GENRE_SHARE) ? genres.drawKin(home, dice) : home;
    Phrasebook voice = voices.named(home.voices().draw(dice));
    Lettering lettering = Lettering.named(voice.say("style", dice));
    double luck = dice.unit();
    int albums = albums(luck, dice);
    boolean careful = dice.chance(CAREFUL_SHARE);
    return new Artist(
        number,
        lettering.set(voice.say("artist", dice)),
        home,
        second,
        voice,
        lettering,
        home.profile().towards(second.profile(), SECOND_GENRE_PART),
        Sound.draw(dice),
        fame(luck, dice),
        albums,
        debut(home, albums, dice),
        careful ? 0.4 * home.explicit() : Math.min(0.95, 1.6 * home.explicit()));
  }

  /** Somebody to record a song with, of the same or a kindred genre; nobody when all are busy. */
  Optional<Artist> colleague(Artist artist, Dice dice) {
    long known = Math.max(artist.number(), FIRST_GENERATION);
    for (int asked = 0; asked < COLLEAGUES_ASKED; asked++) {
      long number = dice.below(known);
      if (number != artist.number() && Genres.akin(home(number), artist.home())) {
        return Optional.of(artist(number)).filter(other -> !other.name().equals(artist.name()));
      }
    }
    return Optional.empty();
  }

  /** The id of an artist's n-th track, counted from 0. */
  String trackId(Artist artist, int number) {
    return TrackId.of(seed, artist.number(), number);
  }

  /** The dice for one purpose of one artist. */
  Dice dice(Purpose purpose, long artist) {
    return Dice.of(seed, purpose.salt, artist);
  }

  private Genre home(long number) {
    return genres.draw(dice(Purpose.HOME_GENRE, number));
  }

  /** An exponential tail of luck over a normal spread: mean 0, and a few far above. */
  private static double fame(double luck, Dice dice) {
    double tail = -StrictMath.log(1 - luck) - 1;
    return LUCK_IN_FAME * tail + CHANCE_IN_FAME * dice.gaussian();
  }

  /** Who has luck is both heard and productive, more or less. */
  private static int albums(double luck, Dice dice) {
    double rank = 1 - (LUCK_IN_ALBUMS * luck + (1 - LUCK_IN_ALBUMS) * dice.unit());
    return (int) Math.min(MOST_ALBUMS, StrictMath.pow(rank, -1 / PRODUCTIVITY_EXPONENT));
  }

  /** Most careers are young: the density falls towards the genre's beginnings. */
  private static int debut(Genre genre, int albums, Dice dice) {
    int latest = Math.max(genre.since(), THIS_YEAR - albums + 1);
    double age = StrictMath.pow(dice.unit(), 1.7);
    return latest - (int) (age * (latest - genre.since() + 1));
  }

  /** Keeps the random numbers of different questions apart. */
  enum Purpose {
    HOME_GENRE(1),
    ARTIST(2),
    DISCOGRAPHY(3);

    private final long salt;

    Purpose(long salt) {
      this.salt = salt;
    }
  }
}
