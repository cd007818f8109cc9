package dev.segue.query;

import java.util.Collection;
import java.util.stream.Collectors;

/** What somebody asked with, as a message about it says it: never more than can be read. */
public final class Quoted {
  private static final int LONGEST = 80;
  private static final int MOST = 10;

  private Quoted() {}

  /** A value, up to {@value #LONGEST} characters of it. */
  public static String of(Object value) {
    String text = value.toString();
    if (text.length() <= LONGEST) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
    return text.substring(0, end) + "…";
  }

  /** Values with commas, up to {@value #MOST} of them, and how many more there are. */
  public static String list(Collection<String> values) {
    String told = values.stream().limit(MOST).map(Quoted::of).collect(Collectors.joining(", "));
    return values.size() > MOST ? "%s and %d more".formatted(told, values.size() - MOST) : told;
  }
}
