package dev.segue.engine;

import dev.segue.index.Attachment;
import dev.segue.index.IndexBackend;
import dev.segue.index.TrackIndex;
import dev.segue.listener.TrackTaste;
import dev.segue.listening.model.TrainedTaste;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The models of taste of a generation, beside its index: {@code taste-N/} in its folder for each,
 * with the model's files and the vectors that are attached to the index, and {@code TASTE}, which
 * names the one that answers. As with generations, that is replaced once all else is on disk.
 */
final class Tastes {
  private static final Pattern NAME = Pattern.compile("taste-(\\d{1,9})");

  /** The one that answers, and the one before, which a server may still be about to open. */
  private static final int KEPT = 2;

  private final Path generation;

  /**
   * The models of a generation.
   *
   * @param generation its folder
   */
  Tastes(Path generation) {
    this.generation = generation;
  }

  /** The name of the model that answers, or empty when there is none yet. */
  Optional<String> current() throws IOException {
    try {
      // Whatever it says: that it is no model is not to stop who wants no taste.
      return Optional.of(Files.readString(pointer(), StandardCharsets.ISO_8859_1).strip());
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  /**
   * Reads a model.
   *
   * @param name what {@link #current} said
   * @throws IOException saying what is wrong with it
   */
  TrainedTaste read(String name) throws IOException {
    if (!NAME.matcher(name).matches()) {
      throw new IOException("%s says '%s', which is no model.".formatted(pointer(), name));
    }
    return TrainedTaste.read(model(name));
  }

  /** Where the vectors of a model are, of one that has some. */
  Optional<Attachment> attachment(String name, TrainedTaste taste) {
    return TrackTaste.space(taste)
        .map(space -> new Attachment(generation.resolve(name).resolve("vectors"), space));
  }

  /**
   * Makes a model the one that answers. To be called by whoever holds the index's lock.
   *
   * @return how many recordings of the index it knows
   */
  int install(TrainedTaste trained, TrackIndex index, IndexBackend backend) throws IOException {
    SortedMap<Integer, Path> all = finished();
    String name = "taste-" + (all.isEmpty() ? 1 : all.lastKey() + 1);
    TrackTaste taste = new TrackTaste(trained, index);
    try {
      lay(name, taste, backend);
    } catch (IOException e) {
      Durable.delete(generation.resolve(name));
      throw new IOException(
          "The model of taste cannot be kept in %s: %s.".formatted(generation, e.getMessage()), e);
    }
    while (all.size() >= KEPT) {
      Durable.delete(all.remove(all.firstKey()));
    }
    return taste.recordings();
  }

  private void lay(String name, TrackTaste taste, IndexBackend backend) throws IOException {
    Files.createDirectories(model(name));
    taste.trained().write(model(name));
    Optional<Attachment> attachment = attachment(name, taste.trained());
    if (attachment.isPresent()) {
      Files.createDirectories(attachment.get().folder());
      backend.attach(Generations.store(generation), attachment.get(), taste::vector);
    }
    Durable.sync(generation.resolve(name));
    Durable.replace(pointer(), name + "\n");
  }

  /** Every model's folder, oldest first, after clearing what dead trainings left. */
  private SortedMap<Integer, Path> finished() throws IOException {
    SortedMap<Integer, Path> all = all();
    Matcher current = NAME.matcher(current().orElse("taste-0"));
    while (current.matches()
        && !all.isEmpty()
        && all.lastKey() > Integer.parseInt(current.group(1))) {
      Durable.delete(all.remove(all.lastKey()));
    }
    return all;
  }

  private Path pointer() {
    return generation.resolve("TASTE");
  }

  private Path model(String name) {
    return generation.resolve(name).resolve("model");
  }

  /** Every model's folder, oldest first, finished or not. */
  private SortedMap<Integer, Path> all() throws IOException {
    SortedMap<Integer, Path> all = new TreeMap<>();
    try (Stream<Path> children = Files.list(generation)) {
      for (Path child : children.toList()) {
        Matcher matcher = NAME.matcher(child.getFileName().toString());
        if (matcher.matches()) {
          all.put(Integer.parseInt(matcher.group(1)), child);
        }
      }
    }
    return all;
  }
}
