package dev.segue.evaluate;

import dev.segue.query.RequestException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Questions that people have judged tracks for.
 *
 * @param topics the text of each question that has a judgement, by its id
 * @param grades by question and track; above 0 is relevant, and more is better
 */
public record Judgements(Map<String, String> topics, Map<String, Map<String, Integer>> grades) {

  /**
   * Reads TREC's two files.
   *
   * @param topics a question a line: its id, a tab, its text
   * @param qrels a judgement a line: question id, anything (TREC's iteration), track id, grade,
   *     with white space between
   * @throws RequestException naming the file and the line that is wrong
   */
  public static Judgements read(Path topics, Path qrels) throws IOException {
    Map<String, Map<String, Integer>> grades = new HashMap<>();
    forEachLine(
        qrels,
        "qrels",
        line -> {
          String[] cells = line.strip().split("\\s+", -1);
          if (cells.length != 4 || !cells[3].matches("-?\\d{1,6}")) {
            return "a judgement is: question id, iteration, track id, grade";
          }
          grades
              .computeIfAbsent(cells[0], id -> new HashMap<>())
              .put(cells[2], Integer.parseInt(cells[3]));
          return "";
        });
    Map<String, String> texts = new TreeMap<>();
    forEachLine(
        topics,
        "topics",
        line -> {
          String[] cells = line.split("\t", 2);
          if (cells.length != 2 || cells[1].isBlank()) {
            return "a question is: its id, a tab, its text";
          }
          if (grades.containsKey(cells[0])) {
            texts.put(cells[0], cells[1].strip());
          }
          return "";
        });
    if (texts.isEmpty()) {
      throw RequestException.invalid(
          "qrels", "No question of %s has a judgement in %s.".formatted(topics, qrels));
    }
    return new Judgements(texts, grades);
  }

  /** Takes a line in, or says what a line should be. */
  private interface LineReader {
    String read(String line);
  }

  private static void forEachLine(Path file, String name, LineReader reader) throws IOException {
    List<String> lines = new ArrayList<>(Files.readAllLines(file));
    for (int i = 0; i < lines.size(); i++) {
      String complaint = lines.get(i).isBlank() ? "" : reader.read(lines.get(i));
      if (!complaint.isEmpty()) {
        throw RequestException.invalid(name, "%s, line %d: %s.".formatted(file, i + 1, complaint));
      }
    }
  }
}
