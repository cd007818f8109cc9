package dev.segue.cli;

import dev.segue.engine.Listening;
import dev.segue.engine.Listening.UnknownTracks;
import dev.segue.query.RequestException;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Where events of listeners are kept, and which. */
final class ListeningOptions {
  private static final String NONE = "none";
  private static final Pattern DATABASE = Pattern.compile("jdbc:(postgresql|sqlite):");
  private static final int MOST_DAYS = 36_500;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Option(
      names = "--listening",
      paramLabel = "PLACE",
      description =
          "Where events of listeners are kept: a file, jdbc:postgresql://…, or none (default:"
              + " data/listening.db, in Segue's own folder).")
  private String place;

  @Option(
      names = "--unknown-tracks",
      paramLabel = "RULE",
      defaultValue = "pending",
      description =
          "Events with tracks that the catalogue does not have are kept until it has them:"
              + " pending (default), or refused: refuse.")
  private String unknownTracks;

  @Option(
      names = "--retention-days",
      paramLabel = "DAYS",
      description = "Forget events that are older, 1 to 36500 (default: never).")
  private Integer retentionDays;

  /**
   * Opens the log.
   *
   * @throws ParameterException naming a flag whose value is not allowed
   */
  Optional<Listening> open() {
    UnknownTracks rule =
        Arrays.stream(UnknownTracks.values())
            .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(unknownTracks))
            .findFirst()
            .orElseThrow(
                () ->
                    wrong(
                        "--unknown-tracks is '%s', allowed are pending and refuse."
                            .formatted(unknownTracks)));
    if (retentionDays != null && (retentionDays < 1 || retentionDays > MOST_DAYS)) {
      throw wrong(
          "--retention-days is %d, allowed is 1 to %d.".formatted(retentionDays, MOST_DAYS));
    }
    return place(place)
        .map(
            where ->
                Listening.open(
                    where,
                    rule,
                    Optional.ofNullable(retentionDays).map(Duration::ofDays),
                    Clock.systemUTC()));
  }

  /**
   * Where events are kept; empty for nowhere.
   *
   * @param given {@code null} for the usual place
   * @throws RequestException when it is in no database that there is a driver for
   */
  static Optional<String> place(String given) {
    if (NONE.equals(given)) {
      return Optional.empty();
    }
    if (given != null && given.startsWith("jdbc:") && !DATABASE.matcher(given).lookingAt()) {
      throw RequestException.invalid(
          "listening",
          "--listening names a database that Segue does not know; it knows PostgreSQL and SQLite.");
    }
    return Optional.of(
        given == null ? Home.folder().resolve("data").resolve("listening.db").toString() : given);
  }

  private ParameterException wrong(String message) {
    return new ParameterException(command.commandLine(), message);
  }
}
