package dev.segue.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;

/** What every command says of itself. */
class HelpTest {

  static Stream<CommandSpec> commands() {
    return commands(Main.commandLine()).filter(command -> !command.usageMessage().hidden());
  }

  private static Stream<CommandSpec> commands(CommandLine command) {
    return Stream.concat(
        Stream.of(command.getCommandSpec()),
        command.getSubcommands().values().stream().flatMap(HelpTest::commands));
  }

  /** Picocli formats descriptions: a lone % in one ends in a warning. */
  @ParameterizedTest
  @MethodSource("commands")
  void isThereAndCanBeFormatted(CommandSpec command) {
    List<String> own = List.of(command.usageMessage().description());
    assertThat(own).as(command.qualifiedName()).isNotEmpty();
    Stream<String> args = command.args().stream().map(ArgSpec::description).flatMap(Stream::of);
    Stream.concat(own.stream(), args)
        .forEach(
            line -> assertThatCode(() -> String.format(line)).as(line).doesNotThrowAnyException());
  }
}
