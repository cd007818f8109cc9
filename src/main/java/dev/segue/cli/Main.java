package dev.segue.cli;

import dev.segue.catalog.CatalogException;
import dev.segue.engine.EngineException;
import dev.segue.engine.Version;
import dev.segue.listening.ListeningException;
import dev.segue.query.RequestException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** The program {@code segue}. Without a command it serves. */
@Command(
    name = "segue",
    description = "Finds songs, and songs like them, in your own catalogue.",
    synopsisSubcommandLabel = "[COMMAND]",
    mixinStandardHelpOptions = true,
    versionProvider = Main.VersionProvider.class,
    subcommands = {
      ServeCommand.class,
      IndexCommand.class,
      ListenCommand.class,
      TrainCommand.class,
      SearchCommand.class,
      SimilarCommand.class,
      RecommendCommand.class,
      PlaylistCommand.class,
      PathCommand.class,
      ExportCommand.class,
      StatsCommand.class,
      EvaluateCommand.class,
      BenchCommand.class,
      GenerateCommand.class,
      GenerateCompletion.class,
      WarmUpCommand.class,
    },
    footer = {
      "",
      "Without a command it serves, and indexes the sample catalogue first when there is no index.",
      "Every flag has an environment twin: --port is SEGUE_PORT.",
      "Shell completion: source <(segue generate-completion)",
      "",
      "Exit codes: 0 done, 1 failed, 2 wrong usage, 3 not found, 4 bad input data."
    })
public final class Main implements Callable<Integer> {
  static final int DONE = 0;
  static final int FAILED = 1;
  static final int WRONG_USAGE = 2;
  static final int NOT_FOUND = 3;
  static final int BAD_DATA = 4;

  /** Greets, or regrets that short answers do without vectors; held, or its level is forgotten. */
  private static final Logger LUCENE_LOG =
      Logger.getLogger("org.apache.lucene.internal.vectorization");

  @Mixin private ServeOptions serve;

  private Main() {}

  /** Runs a command and ends the program with its exit code. */
  public static void main(String[] arguments) {
    Locale.setDefault(Locale.ROOT); // the program speaks English, and so do its numbers
    LUCENE_LOG.setLevel(Level.SEVERE);
    System.exit(run(commandLine(), arguments));
  }

  /** Runs a command; what takes more memory than there is ends as any other failure. */
  static int run(CommandLine command, String... arguments) {
    try {
      return command.execute(arguments);
    } catch (OutOfMemoryError e) {
      complain(command, "Java has no memory left; give it more (SEGUE_JAVA_OPTS=-Xmx…).");
      return FAILED;
    }
  }

  static CommandLine commandLine() {
    return new CommandLine(new Main())
        // Always UTF-8, as catalogues are, whatever the locale says.
        .setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8))
        .setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8))
        .setDefaultValueProvider(new EnvironmentTwins())
        // Or `--sort -valence` would be taken for -v and the rest.
        .setAllowOptionsAsOptionParameters(true)
        .setExecutionStrategy(Main::execute)
        .setParameterExceptionHandler(Main::wrongUsage)
        .setExecutionExceptionHandler(Main::failed);
  }

  @Override
  public Integer call() throws Exception {
    return serve.serve();
  }

  /** A flag of `serve` before another command would be lost, and so is refused. */
  private static int execute(ParseResult parsed) {
    if (parsed.hasSubcommand()) {
      for (OptionSpec option : parsed.matchedOptions()) {
        if (!option.usageHelp() && !option.versionHelp()) {
          String command = parsed.subcommand().commandSpec().name();
          throw new ParameterException(
              parsed.commandSpec().commandLine(),
              "%1$s stands before '%2$s', but belongs behind it: segue %2$s … %1$s"
                  .formatted(option.longestName(), command));
        }
      }
    }
    return new CommandLine.RunLast().execute(parsed);
  }

  private static int wrongUsage(ParameterException e, String[] arguments) {
    CommandLine command = e.getCommandLine();
    complain(command, e.getMessage());
    UnmatchedArgumentException.printSuggestions(e, command.getErr());
    command.getErr().println("Try '" + command.getCommandSpec().qualifiedName() + " --help'.");
    return WRONG_USAGE;
  }

  private static int failed(Exception e, CommandLine command, ParseResult parsed) {
    complain(command, message(e));
    return switch (e) {
      case RequestException request -> exitCode(request.code());
      case CatalogException data -> BAD_DATA;
      case ListeningException data -> BAD_DATA;
      default -> FAILED;
    };
  }

  private static int exitCode(RequestException.Code code) {
    return switch (code) {
      case INVALID_PARAMETER, UNKNOWN_PARAMETER, UNKNOWN_SPACE, CURSOR_EXPIRED -> WRONG_USAGE;
      case NOT_IN_CATALOGUE, TRACK_NOT_FOUND, NOTHING_FOUND, NO_VECTOR -> NOT_FOUND;
    };
  }

  private static String message(Exception e) {
    return switch (e) {
      case NoSuchFileException file -> "There is no %s.".formatted(file.getFile());
      case AccessDeniedException file -> "No permission for %s.".formatted(file.getFile());
      case FileAlreadyExistsException file -> "%s is in the way.".formatted(file.getFile());
      case RequestException request -> request.getMessage();
      case CatalogException data -> data.getMessage();
      case ListeningException data -> data.getMessage();
      case EngineException engine -> engine.getMessage();
      case UncheckedIOException io -> io.getCause().getMessage();
      case IOException io when io.getMessage() != null -> io.getMessage();
      default -> e.toString();
    };
  }

  private static void complain(CommandLine command, String message) {
    command.getErr().println("segue: " + message);
  }

  /** Says {@code segue 0.1.0}. */
  static final class VersionProvider implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"segue " + Version.current()};
    }
  }
}
