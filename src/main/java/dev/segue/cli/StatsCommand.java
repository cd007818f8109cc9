package dev.segue.cli;

import dev.segue.engine.Engine;
import dev.segue.engine.Snapshot;
import dev.segue.http.api.Api;
import dev.segue.http.api.Parameters;
import dev.segue.http.api.StatsJson;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code segue stats}. */
@Command(
    name = "stats",
    description = "Says what the index holds.",
    mixinStandardHelpOptions = true)
final class StatsCommand implements Callable<Integer> {
  private static final int GENRES_SHOWN = 12;

  @Mixin private CommonOptions common;

  @Override
  public Integer call() throws IOException {
    try (Engine engine = common.open();
        Snapshot snapshot = engine.snapshot()) {
      Output out = common.output();
      out.answer(Api.stats(snapshot, new Parameters(Map.of())), stats -> write(stats, out));
      return Main.DONE;
    }
  }

  private static void write(StatsJson stats, Output out) {
    out.line("tracks      %,d from %,d rows", stats.tracks(), stats.rows());
    if (stats.keepDuplicates()) {
      out.line("            every row as it stands");
    } else {
      out.line("            %,d rows merged into tracks seen before", stats.mergedDuplicates());
    }
    out.line("            %,d rows rejected", stats.rejected());
    out.line("recordings  %,d, where re-releases of one count once", stats.recordings());
    out.line(
        "generation  %d, built %s by Segue %s",
        stats.generation(), stats.builtAt(), stats.version());
    stats.sources().forEach(source -> out.line("from        %s", source.name()));
    stats
        .spaces()
        .forEach(
            space ->
                out.line(
                    "space       %s: %d columns, %s",
                    space.name(), space.dimension(), space.metric()));
    if (stats.taste() != null) {
      StatsJson.Taste taste = stats.taste();
      out.line(
          "taste       %s",
          taste.refusal() == null
              ? "%s, trained %s with %,d listeners, knows %,d recordings"
                  .formatted(
                      taste.model(), taste.trainedAt(), taste.listeners(), taste.recordings())
              : "cannot be used: " + taste.refusal());
    }
    if (!stats.genres().isEmpty()) {
      out.line(
          "genres      %,d: %s%s",
          stats.genres().size(),
          stats.genres().stream()
              .limit(GENRES_SHOWN)
              .map(genre -> "%s %,d".formatted(genre.name(), genre.tracks()))
              .collect(Collectors.joining(", ")),
          stats.genres().size() > GENRES_SHOWN ? ", …" : "");
    }
  }
}
