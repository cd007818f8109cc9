package dev.segue.index;

import dev.segue.catalog.AudioFeatures;
import dev.segue.catalog.Track;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Tracks that vary in every way a track can vary; the same for the same seed. */
public final class RandomTracks {
  private static final List<String> WORDS =
      List.of(
          "love",
          "night",
          "river",
          "gold",
          "blue",
          "dance",
          "home",
          "fire",
          "Dvořák",
          "naïve",
          "Ночь",
          "そら",
          "べつ",
          "사랑",
          "καρδιά",
          "don't",
          "a",
          "the",
          "2011",
          "Motörhead");

  private static final List<String> GENRES =
      List.of("rock", "Pop", "j-pop", "hip hop", "R&B", "forró", "k-pop");

  private final Random random;

  public RandomTracks(long seed) {
    random = new Random(seed);
  }

  /** So many tracks, their ids shuffled so that catalogue order is no order of theirs. */
  public List<Track> list(int size) {
    List<Integer> numbers = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      numbers.add(i);
    }
    Collections.shuffle(numbers, random);
    return numbers.stream().map(number -> track("id%05d".formatted(number))).toList();
  }

  public Track track(String id) {
    return new Track(
        id,
        words(1 + random.nextInt(3)),
        several(1 + random.nextInt(2)),
        random.nextInt(10) == 0 ? null : words(1),
        genres(),
        random.nextInt(20) == 0 ? null : (Integer) random.nextInt(101),
        1 + random.nextInt(600_000),
        random.nextInt(20) == 0 ? null : (Boolean) random.nextBoolean(),
        random.nextInt(3) == 0 ? null : (Integer) (1950 + random.nextInt(75)),
        random.nextInt(4) == 0 ? "http://127.0.0.1/" + id : null,
        audio());
  }

  private AudioFeatures audio() {
    return new AudioFeatures(
        random.nextDouble(),
        random.nextDouble(),
        random.nextInt(13) - 1,
        random.nextDouble() * 64 - 60,
        random.nextInt(2),
        random.nextDouble(),
        random.nextDouble(),
        random.nextDouble(),
        random.nextDouble(),
        random.nextDouble(),
        random.nextDouble() * 240,
        random.nextInt(6));
  }

  private String words(int count) {
    return String.join(" ", several(count));
  }

  private List<String> several(int count) {
    List<String> words = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      words.add(WORDS.get(random.nextInt(WORDS.size())));
    }
    return words;
  }

  private List<String> genres() {
    return GENRES.stream().filter(genre -> random.nextInt(4) == 0).toList();
  }
}
