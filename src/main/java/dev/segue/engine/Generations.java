package dev.segue.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * An index's folder: {@code generation-N/} for every generation, {@code CURRENT}, which names the
 * one that answers, and {@code write.lock}, held by whoever builds.
 *
 * <p>A generation is built in its own folder and never touched again; {@code CURRENT} is replaced
 * by an atomic rename once everything else is on disk. So whoever dies at any moment leaves the old
 * generation answering, or the new one, and never neither.
 */
final class Generations {
  private static final Pattern NAME = Pattern.compile("generation-(\\d{1,18})");

  private final Path folder;

  Generations(Path folder) {
    this.folder = folder;
  }

  Path folder() {
    return folder;
  }

  Path folder(long generation) {
    return folder.resolve(name(generation));
  }

  /** Where, in a generation's folder, its backend keeps what it needs. */
  static Path store(Path generation) {
    return generation.resolve("store");
  }

  Path pointer() {
    return folder.resolve("CURRENT");
  }

  static String name(long generation) {
    return "generation-" + generation;
  }

  /**
   * What {@code CURRENT} says.
   *
   * @param written when; tells a generation from another of the same number, built after the folder
   *     was emptied
   * @param taste the name of its model of taste that answers
   */
  record Pointer(long generation, FileTime written, Optional<String> taste) {}

  /** The generation that answers, or empty when there is none yet. */
  Optional<Pointer> pointed() throws IOException {
    String name;
    FileTime written;
    try {
      written = Files.getLastModifiedTime(pointer());
      name = Files.readString(pointer()).strip();
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
    Matcher matcher = NAME.matcher(name);
    if (!matcher.matches()) {
      throw new EngineException(
          "%s says '%s', which is no generation; delete the file and index again."
              .formatted(pointer(), name));
    }
    long generation = Long.parseLong(matcher.group(1));
    return Optional.of(new Pointer(generation, written, new Tastes(folder(generation)).current()));
  }

  /** The number of the generation that answers, or empty when there is none yet. */
  OptionalLong current() throws IOException {
    return pointed().stream().mapToLong(Pointer::generation).findFirst();
  }

  /** Every generation's folder, oldest first, finished or not. */
  SortedMap<Long, Path> all() throws IOException {
    SortedMap<Long, Path> all = new TreeMap<>();
    try (Stream<Path> children = Files.list(folder)) {
      for (Path child : children.toList()) {
        Matcher matcher = NAME.matcher(child.getFileName().toString());
        if (matcher.matches()) {
          all.put(Long.parseLong(matcher.group(1)), child);
        }
      }
    }
    return all;
  }
}
