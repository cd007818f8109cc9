package dev.segue.cli;

import dev.segue.engine.Engine;
import dev.segue.engine.Snapshot;
import dev.segue.http.api.Api;
import dev.segue.http.api.Parameters;
import dev.segue.http.api.SearchJson;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code segue search}. */
@Command(
    name = "search",
    description = "Finds tracks by words of title, artists, album and genres.",
    mixinStandardHelpOptions = true,
    modelTransformer = FilterOptions.class)
final class SearchCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private CommonOptions common;

  @CommandLine.Parameters(
      paramLabel = "TEXT",
      arity = "0..*",
      description = "What you remember of it; nothing lists the most popular tracks.")
  private List<String> text = List.of();

  @Option(names = "--limit", paramLabel = "N", description = "How many, 1 to 100 (default: 10).")
  private String limit;

  @Option(
      names = "--sort",
      paramLabel = "BY",
      description = "relevance (default), name, or a number such as popularity; -X: largest first.")
  private String sort;

  @Option(
      names = "--cursor",
      paramLabel = "CURSOR",
      description = "The next page: what the page before gave.")
  private String cursor;

  @Override
  public Integer call() throws IOException {
    Map<String, List<String>> parameters = new HashMap<>();
    parameters.put("q", List.of(String.join(" ", text)));
    put(parameters, "limit", limit);
    put(parameters, "sort", sort);
    put(parameters, "cursor", cursor);
    FilterOptions.read(spec, parameters);
    try (Engine engine = common.open();
        Snapshot snapshot = engine.snapshot()) {
      SearchJson found = Api.search(snapshot, new Parameters(parameters));
      Output out = common.output();
      out.answer(found, answer -> write(answer, out));
      return found.total() == 0 ? Main.NOT_FOUND : Main.DONE;
    }
  }

  private void write(SearchJson found, Output out) {
    if (found.total() == 0) {
      common.tell("Nothing is found.");
      return;
    }
    new TrackLines(out).write(found.tracks(), 2);
    common.tell(
        "%,d of %,d%s"
            .formatted(
                found.tracks().size(),
                found.total(),
                found.nextCursor() == null ? "" : "; next: --cursor " + found.nextCursor()));
  }

  static void put(Map<String, List<String>> parameters, String name, String value) {
    if (value != null) {
      parameters.put(name, List.of(value));
    }
  }
}
