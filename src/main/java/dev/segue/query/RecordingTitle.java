package dev.segue.query;

import java.util.ArrayList;
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
  /** In brackets, behind a dash between blanks, or a guest without either. */
  private static final Pattern ADDITION =
      Pattern.compile(
          "\\s*[(\\[（【]([^)\\]）】]*)[)\\]）】]|\\s+[-–—]\\s+(.*)|\\s+((?:feat|ft|featuring)\\b.*)",
          Pattern.CASE_INSENSITIVE);

  /** Between the additions behind one dash, or in one pair of brackets. */
  private static final Pattern BETWEEN = Pattern.compile("\\s*[;,/|(\\[）【]\\s*|\\s+[-–—]\\s+");

  private static final Pattern GUEST = Pattern.compile("(?:feat|ft|featuring|with) .+");

  /** A film, a musical, a vault; but not a place where it was played. */
  private static final Pattern ORIGIN =
      Pattern.compile("from (?!.*\\b(?:live|sessions?|unplugged|concert)\\b).+");

  private static final Pattern YEAR = Pattern.compile("(?:19|20)\\d\\d");

  /** Each says that the performance is the same. */
  private static final Set<String> RELEASE =
      Set.of(
          ("remaster remastered remastering remasterizado remasterizada remasterise"
                  + " mono stereo single album lp deluxe expanded anniversary bonus")
              .split(" "));

  /** What stands around them. */
  private static final Set<String> AROUND =
      Set.of("the a of in en original digital digitally version edition track".split(" "));

  private static final Pattern APOSTROPHE = Pattern.compile("['’`´]");
  private static final Pattern SIGNS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

  private RecordingTitle() {}

  /** Equal for titles that may be of one recording. */
  public static String of(String title) {
    List<String> kept = new ArrayList<>();
    String name = words(withoutAdditions(title, kept));
    return name.isEmpty() ? NameKey.of(title) : name + "\n" + String.join("\n", kept);
  }

  /** The title without its additions, where it has some and all say how it was released. */
  public static Optional<String> unreleased(String title) {
    List<String> kept = new ArrayList<>();
    String bare = withoutAdditions(title, kept);
    return bare.equals(title) || bare.isBlank() || !kept.isEmpty()
        ? Optional.empty()
        : Optional.of(bare);
  }

  /**
   * Takes the additions away.
   *
   * @param kept is given those that name another performance
   */
  private static String withoutAdditions(String title, List<String> kept) {
    StringBuilder bare = new StringBuilder();
    Matcher addition = ADDITION.matcher(title);
    while (addition.find()) {
      addition.appendReplacement(bare, "");
      for (String part : BETWEEN.split(text(addition), -1)) {
        String words = words(part);
        if (!words.isEmpty() && !isOfRelease(words)) {
          kept.add(words);
        }
      }
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

  private static boolean isOfRelease(String words) {
    if (GUEST.matcher(words).matches() || ORIGIN.matcher(words).matches()) {
      return true;
    }
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
