package dev.segue.engine;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.segue.catalog.NumericField;
import dev.segue.catalog.SourceReport;
import dev.segue.vector.FeatureColumn;
import dev.segue.vector.FeatureSpace;
import dev.segue.vector.FittedSpace;
import dev.segue.vector.Scaler;
import dev.segue.vector.Scaling;
import dev.segue.vector.Spreads;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
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
 * @param quantiles of every number of the tracks, by the field's name
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
    List<Space> spaces,
    Map<String, List<Double>> quantiles) {
  /**
   * The format that this program writes and reads. 6 had no ids of artists and albums, 5 had no
   * space but the published ones, 4 did not say which tracks are one recording, 3 had a field of
   * words for each of name, artists, album and genres, 2 other words of Chinese, Japanese and
   * Korean, 1 graphs in the place of neighbour trees.
   */
  static final int FORMAT = 7;

  private static final String FILE = "manifest.json";

  /** Nothing may be missing. */
  public Manifest {
    Objects.requireNonNull(builtAt, "built_at");
    Objects.requireNonNull(version, "version");
    sources = List.copyOf(sources);
    spaces = List.copyOf(spaces);
    quantiles = Map.copyOf(quantiles);
    spreads(quantiles);
  }

  /** How the numbers of the tracks are spread. */
  public Spreads spreads() {
    return spreads(quantiles);
  }

  private static Spreads spreads(Map<String, List<Double>> quantiles) {
    Map<NumericField, Scaler.NormalScores> fields = new EnumMap<>(NumericField.class);
    quantiles.forEach(
        (name, values) ->
            NumericField.named(name)
                .ifPresent(field -> fields.put(field, new Scaler.NormalScores(values))));
    return new Spreads(fields);
  }

  static Map<String, List<Double>> quantiles(Spreads spreads) {
    return spreads.fields().entrySet().stream()
        .collect(
            Collectors.toMap(
                entry -> entry.getKey().label(), entry -> entry.getValue().quantiles()));
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

  /** A feature space with what it learned. */
  public record Space(String name, String metric, List<Column> columns) {

    static Space of(FittedSpace fitted) {
      FeatureSpace space = fitted.space();
      return new Space(
          space.name(),
          space.metric().label(),
          IntStream.range(0, space.dimension())
              .mapToObj(i -> Column.of(space.columns().get(i), fitted.scalers().get(i)))
              .toList());
    }

    /** This space as the program declares it, or a complaint when it declares another. */
    FittedSpace fitted() throws EngineException {
      for (FeatureSpace space : FeatureSpace.BUILT_IN) {
        if (space.name().equals(name)
            && space.metric().label().equals(metric)
            && space.dimension() == columns.size()
            && IntStream.range(0, columns.size())
                .allMatch(i -> columns.get(i).is(space.columns().get(i)))) {
          return new FittedSpace(space, columns.stream().map(Column::scaler).toList());
        }
      }
      throw new EngineException(
          "The index was built with another '%s' than this program has; index again."
              .formatted(name));
    }
  }

  /**
   * A column of a feature space.
   *
   * @param learned mean and deviation, quantiles, or nothing, as its scaling has it
   */
  public record Column(String name, Scaling scaling, double weight, List<Double> learned) {
    /** Copies, and refuses what its scaling cannot have learned. */
    public Column {
      learned = List.copyOf(learned);
      scaler(scaling, learned);
    }

    static Column of(FeatureColumn column, Scaler scaler) {
      return new Column(
          column.name(),
          column.scaling(),
          column.weight(),
          switch (scaler) {
            case Scaler.Standard(double mean, double deviation) -> List.of(mean, deviation);
            case Scaler.NormalScores(List<Double> quantiles) -> quantiles;
            case Scaler.Unscaled() -> List.of();
          });
    }

    Scaler scaler() {
      return scaler(scaling, learned);
    }

    private static Scaler scaler(Scaling scaling, List<Double> learned) {
      return switch (scaling) {
        case STANDARD -> new Scaler.Standard(learned.get(0), learned.get(1));
        case NORMAL_SCORES -> new Scaler.NormalScores(learned);
        case NONE -> new Scaler.Unscaled();
      };
    }

    private boolean is(FeatureColumn column) {
      return name.equals(column.name()) && scaling == column.scaling() && weight == column.weight();
    }
  }

  void write(Path folder) throws IOException {
    Durable.write(folder.resolve(FILE), JSON.writeValueAsString(this));
  }

  static Manifest read(Path folder) throws IOException {
    Path file = folder.resolve(FILE);
    try {
      JsonNode json = JSON.readTree(Files.readString(file));
      int format = json.path("format").asInt(0);
      if (format > FORMAT) {
        throw new EngineException(
            "%s has format %d, this program reads %d; use Segue %s or newer, or index again."
                .formatted(folder, format, FORMAT, json.path("version").asString("")));
      }
      if (format > 0 && format < FORMAT) {
        throw new EngineException(
            "%s has format %d, of an older Segue, this program reads %d; index again with `segue index"
                    .formatted(folder, format, FORMAT)
                + " FILE.csv`.");
      }
      return JSON.treeToValue(json, Manifest.class);
    } catch (JacksonException e) {
      throw new EngineException("%s is damaged; index again.".formatted(file), e);
    }
  }
}
