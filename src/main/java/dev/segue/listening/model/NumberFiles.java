package dev.segue.listening.model;

import dev.segue.listening.ListeningException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32C;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Arrays of numbers as files of a folder, and a description of them: {@code NAME.f32} and {@code
 * NAME.i32} hold nothing but numbers of four bytes, little-endian, row after row, {@code NAME.txt}
 * lines of UTF-8; {@code description.json} has the length and the CRC-32C of each, and {@code
 * description.crc32c}, the last that is written, its own in decimal digits. So any program can read
 * and write them, and no byte can change unseen. For one thread.
 */
final class NumberFiles {
  private static final String DESCRIPTION = "description.json";
  private static final String CHECKSUM = "description.crc32c";
  private static final int BUFFER_BYTES = 1 << 20;

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .enable(SerializationFeature.INDENT_OUTPUT)
          .build();

  private final Path folder;
  private final Map<String, Written> files;

  /** A file that was written. */
  record Written(long bytes, long crc32c) {}

  /** What {@code description.json} holds. */
  private record Description<D>(D description, Map<String, Written> files) {}

  private NumberFiles(Path folder, Map<String, Written> files) {
    this.folder = folder;
    this.files = files;
  }

  /** Begins to write into a folder, which is there. */
  static NumberFiles into(Path folder) {
    return new NumberFiles(folder, new LinkedHashMap<>());
  }

  /** Files, and what they were described as. */
  record Described<D>(D description, NumberFiles files) {}

  /**
   * Opens what was written.
   *
   * @return empty where nothing was, or not to its end
   * @throws ListeningException when the description is damaged or none
   */
  static <D> Optional<Described<D>> of(Path folder, Class<D> type)
      throws IOException, ListeningException {
    Path file = folder.resolve(DESCRIPTION);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    byte[] text = Files.readAllBytes(file);
    Path checksum = folder.resolve(CHECKSUM);
    if (!Files.exists(checksum)) {
      throw new ListeningException(
          "%s is missing: an earlier program wrote this, or none did to the end."
              .formatted(checksum));
    }
    if (!Arrays.equals(Files.readAllBytes(checksum), digits(text))) {
      throw damaged(file);
    }
    try {
      Description<D> read =
          JSON.readValue(
              text, JSON.getTypeFactory().constructParametricType(Description.class, type));
      if (read.description == null || read.files == null) {
        throw new ListeningException("%s says nothing.".formatted(file));
      }
      return Optional.of(
          new Described<>(read.description, new NumberFiles(folder, Map.copyOf(read.files))));
    } catch (JacksonException e) {
      throw new ListeningException("%s cannot be read.".formatted(file));
    }
  }

  /** Describes what was written, and so finishes it. */
  void describe(Object description) throws IOException {
    byte[] text = JSON.writeValueAsBytes(new Description<>(description, files));
    write(DESCRIPTION, text);
    write(CHECKSUM, digits(text));
  }

  private void write(String name, byte[] content) throws IOException {
    Path file = folder.resolve(name);
    Files.write(file, content);
    sync(file);
  }

  private static byte[] digits(byte[] content) {
    return Long.toString(checksum(content)).getBytes(StandardCharsets.US_ASCII);
  }

  private static long checksum(byte[] content) {
    CRC32C checksum = new CRC32C();
    checksum.update(content);
    return checksum.getValue();
  }

  /** Writes lines, which hold no line break. */
  void put(String name, List<String> lines) throws IOException {
    byte[] text = (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
    write(name + ".txt", text);
    files.put(name + ".txt", new Written(text.length, checksum(text)));
  }

  /** Writes rows of numbers. */
  void put(String name, float[]... rows) throws IOException {
    put(
        name + ".f32",
        Arrays.stream(rows).mapToLong(row -> row.length).sum(),
        out -> {
          for (float[] row : rows) {
            for (float number : row) {
              out.next().putFloat(number);
            }
          }
        });
  }

  /** Writes rows of whole numbers. */
  void put(String name, int[]... rows) throws IOException {
    put(
        name + ".i32",
        Arrays.stream(rows).mapToLong(row -> row.length).sum(),
        out -> {
          for (int[] row : rows) {
            for (int number : row) {
              out.next().putInt(number);
            }
          }
        });
  }

  private interface Numbers {
    void through(Stream stream) throws IOException;
  }

  private void put(String name, long numbers, Numbers writing) throws IOException {
    Path file = folder.resolve(name);
    Stream out = new Stream(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    try (out.channel) {
      writing.through(out);
      out.flush();
    }
    sync(file);
    files.put(name, new Written(numbers * Integer.BYTES, out.checksum.getValue()));
  }

  /**
   * Reads rows of numbers.
   *
   * @param lengths of the rows
   * @throws ListeningException when the file is missing, damaged, or not as long
   */
  float[][] floats(String name, int... lengths) throws IOException, ListeningException {
    float[][] rows = new float[lengths.length][];
    read(
        name + ".f32",
        lengths,
        in -> {
          for (int row = 0; row < rows.length; row++) {
            rows[row] = new float[lengths[row]];
            for (int i = 0; i < lengths[row]; i++) {
              rows[row][i] = in.next().getFloat();
            }
          }
        });
    return rows;
  }

  /**
   * Reads rows of whole numbers.
   *
   * @param lengths of the rows
   * @throws ListeningException when the file is missing, damaged, or not as long
   */
  int[][] ints(String name, int... lengths) throws IOException, ListeningException {
    int[][] rows = new int[lengths.length][];
    read(
        name + ".i32",
        lengths,
        in -> {
          for (int row = 0; row < rows.length; row++) {
            rows[row] = new int[lengths[row]];
            for (int i = 0; i < lengths[row]; i++) {
              rows[row][i] = in.next().getInt();
            }
          }
        });
    return rows;
  }

  /**
   * Reads lines.
   *
   * @throws ListeningException when the file is missing, damaged, or has not as many
   */
  List<String> lines(String name, int count) throws IOException, ListeningException {
    Path file = folder.resolve(name + ".txt");
    Written written = written(file);
    byte[] text = Files.readAllBytes(file);
    if (checksum(text) != written.crc32c) {
      throw damaged(file);
    }
    List<String> lines = new String(text, StandardCharsets.UTF_8).lines().toList();
    if (lines.size() != count) {
      throw new ListeningException(
          "%s has %,d lines, expected are %,d.".formatted(file, lines.size(), count));
    }
    return lines;
  }

  private Written written(Path file) throws ListeningException {
    Written written = files.get(file.getFileName().toString());
    if (written == null || !Files.exists(file)) {
      throw new ListeningException("%s is missing.".formatted(file));
    }
    return written;
  }

  private static ListeningException damaged(Path file) {
    return new ListeningException("%s is damaged: its checksum differs.".formatted(file));
  }

  private void read(String name, int[] lengths, Numbers reading)
      throws IOException, ListeningException {
    Path file = folder.resolve(name);
    Written written = written(file);
    long bytes = Arrays.stream(lengths).asLongStream().sum() * Integer.BYTES;
    if (written.bytes != bytes || Files.size(file) != bytes) {
      throw new ListeningException(
          "%s has %,d bytes, expected are %,d.".formatted(file, Files.size(file), bytes));
    }
    Stream in = new Stream(file, StandardOpenOption.READ);
    try (in.channel) {
      reading.through(in);
    }
    if (in.checksum.getValue() != written.crc32c) {
      throw damaged(file);
    }
  }

  private static void sync(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }

  /** Numbers on their way to a file or from it, and their checksum. */
  private static final class Stream {
    private final boolean reads;
    private final FileChannel channel;
    private final CRC32C checksum = new CRC32C();
    private final ByteBuffer buffer =
        ByteBuffer.allocateDirect(BUFFER_BYTES).order(ByteOrder.LITTLE_ENDIAN);

    Stream(Path file, StandardOpenOption... options) throws IOException {
      reads = options[0] == StandardOpenOption.READ;
      channel = FileChannel.open(file, options);
      buffer.limit(reads ? 0 : BUFFER_BYTES);
    }

    /** Where the next number is, or goes to. */
    ByteBuffer next() throws IOException {
      if (!buffer.hasRemaining()) {
        if (reads) {
          fill();
        } else {
          flush();
        }
      }
      return buffer;
    }

    private void fill() throws IOException {
      buffer.clear();
      while (buffer.hasRemaining() && channel.read(buffer) >= 0) {
        // until it is full, or the file ends
      }
      buffer.flip();
      checksum.update(buffer.duplicate());
    }

    void flush() throws IOException {
      buffer.flip();
      checksum.update(buffer.duplicate());
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
      buffer.clear();
    }
  }
}
