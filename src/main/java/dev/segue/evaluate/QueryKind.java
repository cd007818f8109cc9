package dev.segue.evaluate;

import dev.segue.catalog.Track;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;

/** What people type for a song that they know. */
public enum QueryKind {
  /** The title, then the main artist. */
  TITLE_ARTIST("title artist") {
    @Override
    Optional<String> of(Track track, Random random) {
      return Optional.of(titleAndArtist(track));
    }
  },
  /** The same with one typo. */
  ONE_TYPO("title artist, 1 typo") {
    @Override
    Optional<String> of(Track track, Random random) {
      return Typos.in(titleAndArtist(track), 1, random);
    }
  },
  /** The same with a typo in each of two words. */
  TWO_TYPOS("title artist, 2 typos") {
    @Override
    Optional<String> of(Track track, Random random) {
      return Typos.in(titleAndArtist(track), 2, random);
    }
  },
  /** The title and the artist without accents, where there are some. */
  NO_ACCENTS("title artist, no accents") {
    @Override
    Optional<String> of(Track track, Random random) {
      String text = titleAndArtist(track);
      String bare = ACCENTS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
      String composed = Normalizer.normalize(bare, Normalizer.Form.NFC);
      return Optional.of(composed)
          .filter(without -> !without.equals(Normalizer.normalize(text, Normalizer.Form.NFC)));
    }
  },
  /** The title and the artist in Latin letters, where they are in Cyrillic, Greek, kana, hangul. */
  TRANSLITERATED("title artist, transliterated") {
    @Override
    Optional<String> of(Track track, Random random) {
      return Transliteration.of(titleAndArtist(track));
    }
  },
  /** The words of title and artist in any order. */
  SWAPPED("words of both, swapped") {
    @Override
    Optional<String> of(Track track, Random random) {
      List<String> words = words(titleAndArtist(track));
      Collections.shuffle(words, random);
      return Optional.of(String.join(" ", words));
    }
  },
  /** The first 60 % of title and artist, as while typing. */
  PREFIX("60 % of title artist") {
    @Override
    Optional<String> of(Track track, Random random) {
      int[] letters = titleAndArtist(track).codePoints().toArray();
      String typed = new String(letters, 0, Math.ceilDiv(letters.length * 6, 10)).strip();
      return Optional.of(typed).filter(text -> !text.isEmpty());
    }
  },
  /** The artist and about half of the title's words. */
  ARTIST_PART("artist, part of title") {
    @Override
    Optional<String> of(Track track, Random random) {
      List<String> words = words(track.name());
      if (words.size() < 2) {
        return Optional.empty();
      }
      int count = Math.ceilDiv(words.size(), 2);
      int from = random.nextInt(words.size() - count + 1);
      return Optional.of(
          track.artists().getFirst() + " " + String.join(" ", words.subList(from, from + count)));
    }
  },
  /** The title alone. */
  TITLE("title") {
    @Override
    Optional<String> of(Track track, Random random) {
      return Optional.of(track.name());
    }
  },
  /** The title with one typo. */
  TITLE_TYPO("title, 1 typo") {
    @Override
    Optional<String> of(Track track, Random random) {
      return Typos.in(track.name(), 1, random);
    }
  },
  /** The first letters of the title, for completion. */
  COMPLETION("suggest, 1 to 8 letters of title") {
    @Override
    Optional<String> of(Track track, Random random) {
      int[] letters = track.name().codePoints().toArray();
      int typed = Math.min(letters.length, 1 + random.nextInt(MOST_LETTERS));
      return Optional.of(new String(letters, 0, typed).strip()).filter(text -> !text.isEmpty());
    }
  };

  private static final int MOST_LETTERS = 8;

  private static final Pattern ACCENTS = Pattern.compile("[\\p{Mn}&&[^\u3099\u309A]]+");
  private static final Pattern BLANKS = Pattern.compile("\\s+");

  private final String label;

  QueryKind(String label) {
    this.label = label;
  }

  /** What it is, for people. */
  public String label() {
    return label;
  }

  /** Such a question for a track; empty where a track allows none of this kind. */
  abstract Optional<String> of(Track track, Random random);

  private static String titleAndArtist(Track track) {
    return track.name() + " " + track.artists().getFirst();
  }

  private static List<String> words(String text) {
    return new ArrayList<>(Arrays.asList(BLANKS.split(text.strip())));
  }
}
