package dev.segue.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code segue serve}. */
@Command(
    name = "serve",
    description = {
      "Serves the page and the API; indexes the sample catalogue first when there is no index.",
      "Follows every new generation that `segue index` builds."
    },
    mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {
  @Mixin private ServeOptions serve;

  @Override
  public Integer call() throws Exception {
    return serve.serve();
  }
}
