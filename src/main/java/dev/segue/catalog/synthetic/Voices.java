package dev.segue.catalog.synthetic;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The phrasebooks in {@code voices/}, by name. All fall back on {@code english}. */
final class Voices {
  private static final String COMMON = "english";

  private final Map<String, Phrasebook> books = new HashMap<>();

  private Voices() {}

  static Voices load(Iterable<String> names) {
    Voices voices = new Voices();
    Phrasebook common = Phrasebook.parse(lines(COMMON), null);
    voices.books.put(COMMON, common);
    for (String name : names) {
      voices.books.computeIfAbsent(name, n -> Phrasebook.parse(lines(n), common));
    }
    return voices;
  }

  Phrasebook named(String name) {
    return books.get(name);
  }

  private static List<String> lines(String name) {
    return Resources.lines("voices/" + name + ".txt");
  }
}
