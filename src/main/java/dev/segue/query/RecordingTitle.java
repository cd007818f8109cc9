package dev.segue.query;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What of a title names the performance. Additions that say how a performance was released are left
 * out: remasters, mono and stereo, single and album versions, guests, films that it comes from.
 * Every other addition stays, and with it the track stays apart: "Live", "Acoustic", "Remix",
 * "Radio Edit", "Taylor's Version", "Part 2".
 */
public final class RecordingTitle {
  /** An addition, or a guest without brackets or dash. */
  private static final Pattern ADDITION =
      Pattern.compile(
          BareTitle.ADDITIONS + "|\\s((?:feat\\.?|ft\\.|featuring)\\s.*)",
          Pattern.CASE_INSENSITIVE);

  /** Between the additions behind one dash. */
  private static final Pattern DASH = Pattern.compile("\\s+[-–—]\\s+");

  /** Between the parts of an addition. */
  private static final Pattern BETWEEN = Pattern.compile("\\s*[;,/|(\\[（【]\\s*");

  private static final Pattern GUEST = Pattern.compile("(?:feat|ft|featuring) .+");

  /** A film, a musical, a vault; but neither a place where it was played nor a line of a song. */
  private static final Pattern ORIGIN =
      Pattern.compile(
          "from\\b(?!.*\\b(?:live|sessions?|unplugged|concert)\\b).*(?:[\"“”„«]|soundtrack|motion"
              + " picture|\\b(?:film|movie|musical|series|vault)\\b).*",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern YEAR = Pattern.compile("(?:19|20)\\d\\d");

  /** Each says that the performance is the same. */
  private static final Set<String> RELEASE =
      Set.of(
          ("remaster remastered remastering remasterizado remasterizada remasterise mono stereo"
                  + " single album lp deluxe expanded anniversary bonus")
              .split(" "));

  /** What stands around them. */
  private static final Set<String> AROUND =
      Set.of(
          "the a of in en original digital digitally version versao edition edicion edicao track"
              .split(" "));

  private static final Pattern APOSTROPHE = Pattern.compile("['’`´]");
  private static final Pattern SIGNS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

  private RecordingTitle() {}

  /**
   * Equal for titles that may be of one recording.
   *
   * @param artists of the track; who is "with" it and one of them is a guest
   */
  public static String of(String title, Collection<String> artists) {
    List<String> kept = new ArrayList<>();
    String name = words(withoutAdditions(title, artists, kept));
    return name.isEmpty() ? NameKey.of(title) : name + "\n" + String.join("\n", kept);
  }

  /**
   * The title without its additions, where it has some and all say how it was released.
   *
   * @param artists of the track
   */
  public static Optional<String> unreleased(String title, Collection<String> artists) {
    List<String> kept = new ArrayList<>();
    String bare = withoutAdditions(title, artists, kept);
    return bare.equals(title) || bare.isBlank() || !kept.isEmpty()
        ? Optional.empty()
        : Optional.of(bare);
  }

  /**
   * Takes the additions away.
   *
   * @param kept is given those that name another performance
   */
  private static String withoutAdditions(
      String title, Collection<String> artists, List<String> kept) {
    StringBuilder bare = new StringBuilder();
    List<String> years = new ArrayList<>();
    boolean released = false;
    Matcher addition = ADDITION.matcher(title);
    while (addition.find()) {
      addition.appendReplacement(bare, "");
      for (String some : DASH.split(text(addition), -1)) {
        if (isGuest(words(some), artists) || ORIGIN.matcher(some.strip()).matches()) {
          continue;
        }
        for (String part : BETWEEN.split(some, -1)) {
          String words = words(part);
          if (YEAR.matcher(words).matches()) {
            years.add(words);
          } else if (isOfRelease(words)) {
            released = true;
          } else if (!words.isEmpty()) {
            kept.add(words);
          }
        }
      }
    }
    if (!released) {
      kept.addAll(years); // a year alone may be that of another recording
    }
    return addition.appendTail(bare).toString();
  }

  private static String text(Matcher addition) {
    for (int group = 1; group <= addition.groupCount(); group++) {
      if (addition.group(group) != null) {
        return addition.group(group);
      }
    }
    throw new IllegalStateException("an addition without a text");
  }

  private static boolean isGuest(String words, Collection<String> artists) {
    return GUEST.matcher(words).matches()
        || (words.startsWith("with ")
            && artists.stream().anyMatch(artist -> words.contains(words(artist))));
  }

  private static boolean isOfRelease(String words) {
    boolean release = false;
    for (String word : words.split(" ", -1)) {
      release |= RELEASE.contains(word);
      if (!RELEASE.contains(word) && !AROUND.contains(word) && !YEAR.matcher(word).matches()) {
        return false;
      }
    }
    return release;
  }

  /** Without case, accents and signs. */
  private static String words(String text) {
    String joined = APOSTROPHE.matcher(text.replace("&", " and ")).replaceAll("");
    return SIGNS.matcher(NameKey.of(joined)).replaceAll(" ").strip();
  }
}
