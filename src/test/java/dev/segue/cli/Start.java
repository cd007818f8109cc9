package dev.segue.cli;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * How tests start the program as a process: the packaged jar where there is one, with an archive of
 * its classes as the launcher has, and with the compiler that starts sooner. It takes half of the
 * time.
 */
public final class Start {
  /** What the program needs to be fast. */
  static final List<String> VECTORS = List.of("--add-modules", "jdk.incubator.vector");

  private static final List<String> SOON =
      List.of(
          "-XX:+UseSerialGC",
          "-XX:TieredStopAtLevel=1",
          "-Xlog:disable",
          "-Xlog:all=warning,cds*=off:stderr");

  private static final long PATIENCE_SECONDS = 120;

  private Start() {}

  /** The command with these arguments. */
  public static List<String> command(String... arguments) {
    return command(VECTORS, arguments);
  }

  /** The command with these arguments, for a JVM with flags. */
  static List<String> command(List<String> flags, String... arguments) {
    return java(flags, "-XX:SharedArchiveFile=" + Archive.FILE, arguments);
  }

  private static List<String> java(List<String> flags, String archive, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(flags);
    command.addAll(SOON);
    command.add(archive);
    command.add("-Dsegue.home=" + Path.of("").toAbsolutePath());
    command.addAll(List.of("-cp", classPath(), "dev.segue.cli.Main"));
    command.addAll(List.of(arguments));
    return command;
  }

  /** The jar, whose manifest names the libraries; all of the tests' before there is a jar. */
  private static String classPath() {
    String all = System.getProperty("java.class.path");
    return Stream.of(all.split(File.pathSeparator))
        .filter(entry -> Path.of(entry).getFileName().toString().matches("segue-.*\\.jar"))
        .findFirst()
        .orElse(all);
  }

  /** Made by the first start; the JVM does without where it does not fit. */
  private static final class Archive {
    static final Path FILE = make();

    private static Path make() {
      try {
        Path folder = Files.createTempDirectory("segue-archive");
        Path file = folder.resolve("segue.jsa");
        folder.toFile().deleteOnExit();
        file.toFile().deleteOnExit(); // before its folder
        Process made =
            new ProcessBuilder(java(VECTORS, "-XX:ArchiveClassesAtExit=" + file, "warm-up"))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (!made.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
          made.destroyForcibly();
        }
        return file;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }
  }
}
