package dev.segue.search;

import java.util.Set;
import java.util.regex.Pattern;

/** Words that say little about which song is meant. */
final class CommonWords {
  /** People put them in, leave them out, or write them otherwise. */
  private static final Set<String> LINKING =
      Set.of("the", "a", "an", "and", "by", "feat", "ft", "featuring");

  /** Which version of a song it is, or where it was pasted from. */
  private static final Set<String> VERSION =
      Set.of(
          "remaster",
          "remastered",
          "version",
          "versions",
          "live",
          "mono",
          "stereo",
          "edit",
          "edition",
          "mix",
          "radio",
          "single",
          "album",
          "deluxe",
          "bonus",
          "track",
          "original",
          "official",
          "video",
          "audio",
          "lyric",
          "lyrics",
          "explicit",
          "clean",
          "music",
          "song",
          "soundtrack",
          "from",
          "with",
          "hd",
          "hq",
          "4k");

  private static final Pattern YEAR = Pattern.compile("(?:19|20)\\d\\d");

  private CommonWords() {}

  /** Whether a track may always lack the word. */
  static boolean isLinking(String word) {
    return LINKING.contains(word);
  }

  /** Whether a track may lack the word when no track has it together with the others. */
  static boolean isAddition(String word) {
    return LINKING.contains(word) || VERSION.contains(word) || YEAR.matcher(word).matches();
  }
}
