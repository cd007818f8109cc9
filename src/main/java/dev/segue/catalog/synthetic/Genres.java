package dev.segue.catalog.synthetic;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** All genres, from {@code genres.txt}. */
final class Genres {
  private final Weighted<Genre> byWeight;
  private final Map<String, Genre> byName;

  private Genres(List<Genre> genres) {
    byWeight = Weighted.of(genres, genres.stream().map(Genre::weight).toList());
    byName = genres.stream().collect(Collectors.toMap(Genre::name, Function.identity()));
  }

  static Genres load() {
    return new Genres(
        Resources.lines("genres.txt").stream()
            .filter(line -> !line.isBlank() && !line.startsWith("#"))
            .map(Genre::parse)
            .toList());
  }

  /** Any genre, by weight. */
  Genre draw(Dice dice) {
    return byWeight.draw(dice);
  }

  /** A genre that artists of this one also play. */
  Genre drawKin(Genre genre, Dice dice) {
    return byName.get(genre.kin().get(dice.below(genre.kin().size())));
  }

  /** Whether artists of the two might work together. */
  static boolean akin(Genre one, Genre other) {
    return one.equals(other)
        || one.kin().contains(other.name())
        || other.kin().contains(one.name());
  }

  List<Genre> all() {
    return byWeight.things();
  }

  Set<String> voices() {
    return all().stream()
        .flatMap(genre -> genre.voices().things().stream())
        .collect(Collectors.toUnmodifiableSet());
  }
}
