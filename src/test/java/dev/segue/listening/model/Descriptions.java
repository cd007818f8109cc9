package dev.segue.listening.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32C;

/** Descriptions of kept models as another program would write them. */
public final class Descriptions {
  private Descriptions() {}

  /** Writes a description with its checksum. */
  public static void write(Path description, String text) throws IOException {
    Files.writeString(description, text);
    CRC32C checksum = new CRC32C();
    checksum.update(Files.readAllBytes(description));
    Files.writeString(
        description.resolveSibling("description.crc32c"), Long.toString(checksum.getValue()));
  }
}
