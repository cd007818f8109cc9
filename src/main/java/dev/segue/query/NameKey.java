package dev.segue.query;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * When two names are the same name: without regard to case, accents, width and runs of white space.
 * Voiced kana keep their marks (べ is not へ).
 */
public final class NameKey {
  /** Combining marks, but for the two that voice kana. */
  private static final Pattern ACCENTS = Pattern.compile("[\\p{Mn}&&[^\u3099\u309A]]+");

  private static final Pattern BLANKS = Pattern.compile("\\s+");

  private NameKey() {}

  /** The key of a name; equal keys, same name. */
  public static String of(String name) {
    String bare = ACCENTS.matcher(Normalizer.normalize(name, Normalizer.Form.NFKD)).replaceAll("");
    // There and back: upper case makes ß and SS one, and lower case before it ẞ and ß.
    String folded = bare.toLowerCase(Locale.ROOT).toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    String key = BLANKS.matcher(folded).replaceAll(" ").strip();
    return Normalizer.normalize(key, Normalizer.Form.NFC);
  }
}
