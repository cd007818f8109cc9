package dev.segue.browser;

import dev.segue.catalog.AudioFeatures;
import dev.segue.catalog.Track;
import java.util.List;

/** Songs that a page gets wrong more easily than others; the first three lead the start page. */
final class OddSongs {
  private static final AudioFeatures AUDIO =
      new AudioFeatures(0.5, 0.6, 4, -7.5, 1, 0.05, 0.2, 0, 0.1, 0.7, 121, 4);

  /** Markup, wherever there is text. */
  static final Track MARKUP =
      song(
          "odd-markup",
          "<img src=x onerror=alert(1)>",
          "<script>alert(2)</script>",
          "<b onclick='alert(3)'>\"Album\" & ${more}",
          List.of("<i>genre</i>"),
          100);

  /** Written from right to left, by artists who are not. */
  static final Track RIGHT_TO_LEFT =
      new Track(
          "odd-rtl",
          "שיר על הים (Live) 2019",
          List.of("فيروز", "The Left-to-Rights"),
          "أغنية البحر",
          List.of("folk"),
          99,
          3_900_000,
          true,
          1979,
          null,
          AUDIO);

  /** One word of 511 letters; nothing tells a browser where to break it. */
  static final Track LONG =
      song("odd-long", "Aa".repeat(255) + "h", "O".repeat(120), "Long".repeat(60), List.of(), 98);

  /** Popularity, album, year, genre: nobody knows. */
  static final Track UNKNOWN =
      song("odd-unknown", "Unheard Lighthouse", "Nobody Particular", null, List.of(), null);

  static final List<Track> ALL = List.of(MARKUP, RIGHT_TO_LEFT, LONG, UNKNOWN);

  private OddSongs() {}

  private static Track song(
      String id,
      String name,
      String artist,
      String album,
      List<String> genres,
      Integer popularity) {
    return new Track(
        id, name, List.of(artist), album, genres, popularity, 201_000, null, null, null, AUDIO);
  }
}
