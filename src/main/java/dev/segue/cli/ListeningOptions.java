package dev.segue.cli;

import dev.segue.engine.Listening;
import dev.segue.engine.Listening.UnknownTracks;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Where events of listeners are kept, and which. */
final class ListeningOptions {
  private static final int MOST_DAYS = 36_500;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Mixin private LogOptions log;

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
    return log.place()
        .map(
            where ->
                Listening.open(
                    where,
                    rule,
                    Optional.ofNullable(retentionDays).map(Duration::ofDays),
                    Clock.systemUTC()));
  }

  private ParameterException wrong(String message) {
    return new ParameterException(command.commandLine(), message);
  }
}
