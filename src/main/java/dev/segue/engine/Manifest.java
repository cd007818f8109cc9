package dev.segue.engine;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.segue.catalog.SourceReport;
import dev.segue.vector.FeatureSpace;
import dev.segue.vector.FittedSpace;
import dev.segue.vector.StandardScaler;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a generation says of itself: {@code manifest.json} in its folder, the last file written.
 *
 * @param format of this file and everything beside it
 * @param version of the program that built it
 * @param tracks how many it holds
 * @param recordings how many these are, where re-releases of one count once
 * @param mergedDuplicates rows that were another row's track again
 * @param keepDuplicates whether every row was indexed as it stands
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Manifest(
    int format,
    long generation,
    Instant builtAt,
    String version,
    boolean keepDuplicates,
    long rows,
    int tracks,
    int recordings,
    long mergedDuplicates,
    long rejected,
    List<Source> sources,
    List<Space> spaces) {
  /**
   * The format that this program writes and reads. 4 did not say which tracks are one recording, 3
   * had a field of words for each of name, artists, album and genres, 2 other words of Chinese,
   * Japanese and Korean, 1 graphs in the place of neighbour trees.
   */
  static final int FORMAT = 5;

  private static final String FILE = "manifest.json";

  /** Nothing may be missing. */
  public Manifest {
    Objects.requireNonNull(builtAt, "built_at");
    Objects.requireNonNull(version, "version");
    sources = List.copyOf(sources);
    spaces = List.copyOf(spaces);
  }

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .enable(SerializationFeature.INDENT_OUTPUT)
          .build();

  /**
   * A file that was read.
   *
   * @param name without its folder, which is nobody's business who asks over HTTP
   */
  public record Source(String name, long bytes, long rows) {
    static Source of(SourceReport read) {
      boolean url = read.name().contains("://");
      String path = url ? URI.create(read.name()).getPath() : read.name();
      Path file = Path.of(path == null ? "" : path).getFileName();
      return new Source(file == null ? read.name() : file.toString(), read.bytes(), read.rows());
    }
  }

  /** A feature space with what it learned: one mean and one deviation a column. */
  public record Space(
      String name,
      String metric,
      List<String> columns,
      List<Double> means,
      List<Double> deviations) {

    static Space of(FittedSpace fitted) {
      FeatureSpace space = fitted.space();
      return new Space(
          space.name(),
          space.metric().label(),
          space.columnNames(),
          fitted.scaler().means(),
          fitted.scaler().deviations());
    }

    /** This space as the program declares it, or a complaint when it declares another. */
    FittedSpace fitted() throws EngineException {
      for (FeatureSpace space : FeatureSpace.BUILT_IN) {
        if (space.name().equals(name)
            && space.metric().label().equals(metric)
            && space.columnNames().equals(columns)) {
          return new FittedSpace(space, new StandardScaler(means, deviations));
        }
      }
      throw new EngineException(
          "The index was built with another '%s' than this program has; index again."
              .formatted(name));
    }
  }

  void write(Path folder) throws IOException {
    Durable.write(folder.resolve(FILE), JSON.writeValueAsString(this));
  }

  static Manifest read(Path folder) throws IOException {
    Path file = folder.resolve(FILE);
    try {
      Manifest manifest = JSON.readValue(Files.readString(file), Manifest.class);
      if (manifest.format > FORMAT) {
        throw new EngineException(
            "%s has format %d, this program reads %d; use Segue %s or newer, or index again."
                .formatted(folder, manifest.format, FORMAT, manifest.version));
      }
      if (manifest.format < FORMAT) {
        throw new EngineException(
            "%s has format %d, of an older Segue, this program reads %d; index again with `segue index"
                    .formatted(folder, manifest.format, FORMAT)
                + " FILE.csv`.");
      }
      return manifest;
    } catch (JacksonException e) {
      throw new EngineException("%s is damaged; index again.".formatted(file), e);
    }
  }
}
