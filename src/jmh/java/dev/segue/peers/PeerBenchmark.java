package dev.segue.peers;

import dev.segue.vector.FeatureSpace;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/**
 * Compares peers on a catalogue and on generated ones, in every built-in space. Prints a table and
 * writes a line of JSON for each of its lines.
 */
public final class PeerBenchmark {
  private static final JsonMapper JSON =
      JsonMapper.builder().propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE).build();

  private final Settings settings;
  private final PrintWriter json;

  private PeerBenchmark(Settings settings, PrintWriter json) {
    this.settings = settings;
    this.json = json;
  }

  /** See {@link Settings} for what is read from system properties. */
  public static void main(String[] args) throws IOException, InterruptedException {
    Settings settings = Settings.read();
    try (PrintWriter json = new PrintWriter(Files.newBufferedWriter(settings.output()), true)) {
      PeerBenchmark benchmark = new PeerBenchmark(settings, json);
      for (Tracks tracks : catalogues(settings)) {
        for (FeatureSpace space : FeatureSpace.BUILT_IN) {
          benchmark.run(Dataset.of(tracks, space));
        }
      }
    }
  }

  private static List<Tracks> catalogues(Settings settings) {
    List<Tracks> catalogues = new ArrayList<>();
    if (!settings.catalogue().isEmpty()) {
      catalogues.add(Tracks.of(settings.catalogue(), settings.keepDuplicates()));
    }
    for (int size : settings.tracks()) {
      catalogues.add(Tracks.generated(size, settings.seed()));
    }
    return catalogues;
  }

  private void run(Dataset dataset) throws IOException, InterruptedException {
    List<Measurement> measurements = new Comparison(settings, dataset).run();
    System.out.println(Measurement.HEADINGS);
    for (Measurement measurement : measurements) {
      System.out.println(measurement.line());
      json.println(JSON.writeValueAsString(measurement));
    }
    if (settings.sampledRows() > 0) {
      Export export = Export.run(settings, dataset);
      System.out.println(export.line());
      json.println(JSON.writeValueAsString(export));
    }
  }
}
