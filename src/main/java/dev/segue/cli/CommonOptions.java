package dev.segue.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import dev.segue.engine.Engine;
import dev.segue.engine.EngineException;
import dev.segue.engine.WholeFile;
import dev.segue.vector.NeighbourTree;
import java.io.IOException;
import java.nio.file.Path;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What every command takes. */
final class CommonOptions {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Option(
      names = "--index",
      paramLabel = "DIR",
      description = "Where the index lies (default: index, in Segue's own folder).")
  private Path index;

  @Option(names = "--json", description = "Answer as JSON.")
  private boolean json;

  @Option(
      names = {"-v", "--verbose"},
      description = "Log more, on stderr.")
  void setVerbose(boolean verbose) {
    if (verbose) {
      ((Logger) LoggerFactory.getLogger("dev.segue")).setLevel(Level.DEBUG);
    }
  }

  Path index() {
    return index == null ? Home.folder().resolve("index") : index;
  }

  /** Opens the index for one command. */
  Engine open() throws IOException {
    return Engine.open(index());
  }

  /**
   * Opens the index for many questions, and says so when the JVM cannot answer them at full speed.
   */
  Engine openForMany() throws IOException {
    if (!NeighbourTree.vectorised()) {
      tell(
          "The JVM was started without --add-modules jdk.incubator.vector: similar tracks come"
              + " slower, the answers are the same.");
    }
    return open();
  }

  /** What {@code --output} names. */
  WholeFile file(Path output) throws IOException {
    return file("--output", output);
  }

  /**
   * A file to write, looked at before any work is done.
   *
   * @throws ParameterException when what a flag names cannot be one
   */
  WholeFile file(String flag, Path named) throws IOException {
    try {
      return new WholeFile(named);
    } catch (EngineException e) {
      throw new ParameterException(
          command.commandLine(), "%s is %s. %s".formatted(flag, named, e.getMessage()), e);
    }
  }

  /** Where the answer goes. */
  Output output() {
    return new Output(command.commandLine().getOut(), json);
  }

  /** Where progress is shown, on stderr. */
  TerminalProgress progress() {
    return new TerminalProgress(command.commandLine().getErr());
  }

  /** Says something that is not the answer. */
  void tell(String line) {
    command.commandLine().getErr().println(line);
  }
}
