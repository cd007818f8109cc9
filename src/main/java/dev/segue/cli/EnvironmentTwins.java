package dev.segue.cli;

import java.util.Locale;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Flags that are not given are taken from the environment: {@code --port} from {@code SEGUE_PORT}.
 */
final class EnvironmentTwins implements IDefaultValueProvider {
  @Override
  public String defaultValue(ArgSpec argument) {
    return argument instanceof OptionSpec option ? System.getenv(twin(option)) : null;
  }

  private static String twin(OptionSpec option) {
    String flag = option.longestName().replaceFirst("^-+", "");
    return "SEGUE_" + flag.toUpperCase(Locale.ROOT).replace('-', '_');
  }
}
