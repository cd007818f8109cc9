package dev.segue.cli;

import dev.segue.engine.Engine;
import dev.segue.engine.Snapshot;
import dev.segue.http.api.Api;
import dev.segue.http.api.Parameters;
import dev.segue.http.api.SearchJson;
import dev.segue.http.api.SuggestJson;
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
      names = "--mode",
      paramLabel = "MODE",
      description =
          "text: only words; hybrid: words, wishes and sound; sound: only what sounds so (default:"
              + " text where the words name a song, else hybrid).")
  private String mode;

  @Option(
      names = "--fusion",
      paramLabel = "FUSION",
      description = "How words and sound are joined: linear (default) or rrf.")
  private String fusion;

  @Option(
      names = "--versions",
      paramLabel = "VERSIONS",
      description =
          "one (default): the most popular of re-releases and remasters of one recording; all:"
              + " each.")
  private String versions;

  @Option(
      names = "--syntax",
      paramLabel = "SYNTAX",
      description = "strict: refuse a broken condition; lenient (default): read it as words.")
  private String syntax;

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
    put(parameters, "mode", mode);
    put(parameters, "fusion", fusion);
    put(parameters, "versions", versions);
    put(parameters, "syntax", syntax);
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
    tellHowItWasTaken(found);
    if (found.total() == 0) {
      common.tell("Nothing is found.");
      if (!found.suggestions().isEmpty()) {
        common.tell("Perhaps you mean:");
        found.suggestions().forEach(suggestion -> common.tell("  " + name(suggestion)));
      }
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

  private void tellHowItWasTaken(SearchJson found) {
    if (found.syntaxError() != null) {
      common.tell("Read as plain words: " + found.syntaxError().detail());
    }
    if (found.didYouMean() != null) {
      String question = found.didYouMean().applied() ? "Results for '%s'." : "Did you mean '%s'?";
      common.tell(question.formatted(found.didYouMean().q()));
    }
    for (SearchJson.Understood wish : found.understood()) {
      common.tell("Understood '%s': %s".formatted(wish.text(), wish.meaning()));
    }
    if (found.partial()) {
      common.tell("The time was over before every track was looked at.");
    }
  }

  private static String name(SuggestJson.Item suggestion) {
    return suggestion.artists() == null
        ? suggestion.text()
        : suggestion.text() + " – " + String.join(", ", suggestion.artists());
  }

  static void put(Map<String, List<String>> parameters, String name, String value) {
    if (value != null) {
      parameters.put(name, List.of(value));
    }
  }
}
