package dev.segue.peers;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/**
 * What {@code src/jmh/python/scikit_learn.py} measured. For cosine, vectors of unit length are
 * compared by straight distance, which ranks them the same: its k-d tree knows no other way.
 *
 * @param version of scikit-learn
 * @param sampledRows of how many rows neighbours were asked for; the time for all rows is
 *     extrapolated from them
 * @param kdTreeSeconds to build a k-d tree and find the neighbours of all rows, on all cores
 * @param bruteSeconds to find the neighbours of all rows by comparing all, on all cores
 * @param kdTreeSingleMicros for one question to the k-d tree, the median
 */
record ScikitLearn(
    String version,
    int sampledRows,
    double kdTreeSeconds,
    double bruteSeconds,
    double kdTreeSingleMicros) {
  private static final String SCRIPT = "src/jmh/python/scikit_learn.py";
  private static final JsonMapper JSON =
      JsonMapper.builder().propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE).build();

  /**
   * Runs the script.
   *
   * @throws IOException with what Python said when it failed
   */
  static ScikitLearn run(Settings settings, Dataset dataset)
      throws IOException, InterruptedException {
    try (Scratch scratch = Scratch.create()) {
      Path file = scratch.folder().resolve("vectors.f32");
      write(dataset.vectors(), file);
      Path answer = scratch.folder().resolve("answer.json");
      Path problem = scratch.folder().resolve("problem.txt");
      int exit =
          new ProcessBuilder(
                  settings.python(),
                  SCRIPT,
                  file.toString(),
                  Integer.toString(dataset.space().dimension()),
                  Integer.toString(Questions.K),
                  Integer.toString(settings.sampledRows()),
                  Integer.toString(Runtime.getRuntime().availableProcessors()))
              .redirectOutput(answer.toFile())
              .redirectError(problem.toFile())
              .start()
              .waitFor();
      if (exit != 0) {
        throw new IOException("exit code %d %s".formatted(exit, Files.readString(problem)).strip());
      }
      return JSON.readValue(answer.toFile(), ScikitLearn.class);
    }
  }

  /** The time of its best way, for all rows. */
  double bestSeconds() {
    return Math.min(kdTreeSeconds, bruteSeconds);
  }

  /** As a part of a line for people. */
  String summary() {
    return "%s k-d tree %.1f s, brute force %.1f s (from %,d rows), one question to its tree %.0f us"
        .formatted(version, kdTreeSeconds, bruteSeconds, sampledRows, kdTreeSingleMicros);
  }

  private static void write(float[][] vectors, Path file) throws IOException {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20)) {
      ByteBuffer bytes =
          ByteBuffer.allocate(vectors[0].length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
      for (float[] vector : vectors) {
        bytes.asFloatBuffer().put(vector);
        out.write(bytes.array());
      }
    }
  }
}
