package dev.segue.listening.model;

import dev.segue.listening.ListeningException;
import dev.segue.query.RequestException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * A model of taste that was trained, and what from; it outlives the program in a folder of files.
 *
 * @param trainedAt when
 * @param seed of its random numbers
 * @param listeners how many it learned from
 * @param records how many pairs of listener and item it learned from
 * @param items the ids of its items, in their order
 * @param popularity of each item, how many listeners have it; {@code int[items]}, not to be changed
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record TrainedTaste(
    ModelSettings<TasteKind> settings,
    Instant trainedAt,
    long seed,
    int listeners,
    int records,
    List<String> items,
    int[] popularity,
    TasteModel model) {
  /** The format that this program writes and reads. */
  private static final int FORMAT = 3;

  private static final String ITEMS = "items";
  private static final String POPULARITY = "popularity";

  /** Copies, and checks that the model is of these items. */
  public TrainedTaste {
    items = List.copyOf(items);
    if (items.size() != model.items() || items.size() != popularity.length) {
      throw new IllegalArgumentException(
          "%d items, but the model has %d, and %d are counted"
              .formatted(items.size(), model.items(), popularity.length));
    }
  }

  /** What is kept beside its numbers and its items. */
  private record Description(
      int format,
      String model,
      Instant trainedAt,
      long seed,
      int listeners,
      int records,
      int items,
      int factors) {
    Description {
      Objects.requireNonNull(model, "model");
      Objects.requireNonNull(trainedAt, "trained_at");
    }
  }

  /**
   * Writes it.
   *
   * @param folder exists and is empty
   */
  public void write(Path folder) throws IOException {
    NumberFiles files = NumberFiles.into(folder);
    files.put(ITEMS, items); // ids are visible characters
    files.put(POPULARITY, popularity);
    model.write(files);
    int factors = model instanceof FactorModel factored ? factored.factors() : 0;
    files.describe(
        new Description(
            FORMAT,
            settings.toString(),
            trainedAt,
            seed,
            listeners,
            records,
            items.size(),
            factors));
  }

  /**
   * Reads what was written.
   *
   * @throws ListeningException saying what is damaged or missing, or that it is of another program
   */
  public static TrainedTaste read(Path folder) throws IOException, ListeningException {
    var described =
        NumberFiles.of(folder, Description.class)
            .orElseThrow(() -> new ListeningException("%s holds no model.".formatted(folder)));
    Description description = described.description();
    NumberFiles files = described.files();
    if (description.format != FORMAT) {
      throw new ListeningException(
          "%s has format %d, this program reads %d.".formatted(folder, description.format, FORMAT));
    }
    ModelSettings<TasteKind> settings;
    try {
      settings = ModelSettings.parse(description.model, TasteKind.values());
    } catch (RequestException e) {
      throw new ListeningException(
          "%s holds a model that this program does not know: %s".formatted(folder, e.getMessage()));
    }
    List<String> items = files.lines(ITEMS, description.items);
    TasteModel model =
        settings.kind().read(files, settings, description.items, description.factors);
    return new TrainedTaste(
        settings,
        description.trainedAt,
        description.seed,
        description.listeners,
        description.records,
        items,
        files.ints(POPULARITY, description.items)[0],
        model);
  }
}
