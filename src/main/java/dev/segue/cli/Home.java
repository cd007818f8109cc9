package dev.segue.cli;

import java.nio.file.Path;

/** Segue's own folder: the checkout, or the unpacked package. The launcher knows it. */
final class Home {
  private Home() {}

  static Path folder() {
    return Path.of(System.getProperty("segue.home", "")).toAbsolutePath();
  }

  static Path web() {
    return folder().resolve("web");
  }

  static Path sample() {
    return folder().resolve("data").resolve("sample.csv");
  }
}
