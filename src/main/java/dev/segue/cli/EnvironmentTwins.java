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
    if (!(argument instanceof OptionSpec option) || option.usageHelp() || option.versionHelp()) {
      return null;
    }
    String value = System.getenv(twin(option));
    if (value == null || value.isEmpty()) {
      return null;
    }
    boolean flag = option.type() == boolean.class;
    return flag && (value.equals("1") || value.equals("yes")) ? "true" : value;
  }

  private static String twin(OptionSpec option) {
    String flag = option.longestName().replaceFirst("^-+", "");
    return "SEGUE_" + flag.toUpperCase(Locale.ROOT).replace('-', '_');
  }
}
