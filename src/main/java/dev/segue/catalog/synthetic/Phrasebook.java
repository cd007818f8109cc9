package dev.segue.catalog.synthetic;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A small grammar that invents names and titles in one voice.
 *
 * <p>The text of a voice is a list of topics. A line that ends in a colon opens a topic; the
 * indented lines below hold its phrases, separated by {@code |}. In a phrase, {@code {noun}} stands
 * for any phrase of the topic {@code noun}; {@code 3x} in front makes it three times as likely.
 * {@code #} begins a comment line. A topic that a voice lacks is asked of its parent:
 *
 * <pre>
 * artist:
 *   3x The {colour} {things} | DJ {colour}
 * colour:
 *   Crimson | Teal
 * </pre>
 */
final class Phrasebook {
  private final Map<String, Weighted<List<String>>> topics = new HashMap<>();

  private Phrasebook() {}

  /** Reads a voice; {@code parent} may be null. */
  static Phrasebook parse(List<String> lines, Phrasebook parent) {
    Phrasebook book = new Phrasebook();
    if (parent != null) {
      book.topics.putAll(parent.topics);
    }
    Map<String, List<String>> phrases = new HashMap<>();
    List<String> open = List.of();
    for (String line : lines) {
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      if (line.startsWith(" ")) {
        for (String phrase : line.split("\\|", -1)) {
          open.add(phrase.strip());
        }
      } else {
        open = new ArrayList<>();
        phrases.put(line.strip().replaceFirst(":$", ""), open);
      }
    }
    phrases.forEach((name, texts) -> book.topics.put(name, topic(texts)));
    return book;
  }

  /** Says something on a topic. */
  String say(String topic, Dice dice) {
    StringBuilder text = new StringBuilder();
    say(topic, dice, text);
    return text.toString();
  }

  private void say(String name, Dice dice, StringBuilder text) {
    Weighted<List<String>> topic = topics.get(name);
    if (topic == null) {
      throw new IllegalArgumentException("no topic is called '" + name + "'");
    }
    List<String> parts = topic.draw(dice);
    for (int i = 0; i < parts.size(); i++) {
      if (i % 2 == 0) {
        text.append(parts.get(i));
      } else {
        say(parts.get(i), dice, text);
      }
    }
  }

  /** Each phrase is cut at its braces: literal, topic, literal, topic, … literal. */
  private static Weighted<List<String>> topic(List<String> texts) {
    List<List<String>> phrases = new ArrayList<>();
    List<Integer> weights = new ArrayList<>();
    for (String text : texts) {
      String phrase = text.replaceFirst("^\\d+x ", "");
      boolean plain = phrase.equals(text);
      weights.add(plain ? 1 : Integer.parseInt(text.substring(0, text.indexOf('x'))));
      phrases.add(List.of(phrase.split("[{}]", -1)));
    }
    return Weighted.of(phrases, weights);
  }
}
