package dev.segue.cli;

import dev.segue.engine.Engine;
import dev.segue.engine.Snapshot;
import dev.segue.http.api.HitJson;
import dev.segue.http.api.Parameters;
import dev.segue.http.api.ReasonJson;
import dev.segue.http.api.RecommendationApi;
import dev.segue.http.api.RecommendationsJson;
import dev.segue.http.api.SeedQuestion;
import dev.segue.http.api.WishesQuestion;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code segue recommend}. */
@Command(
    name = "recommend",
    description = {
      "Finds tracks for a mix of songs, artists, genres and numbers, and says why.",
      "For example: segue recommend \"gods plan drake\" \"artist:gen hoshino^0.5\""
          + " --less genre:jazz --target-tempo 120"
    },
    mixinStandardHelpOptions = true,
    modelTransformer = TargetOptions.class)
final class RecommendCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private CommonOptions common;

  @CommandLine.Parameters(
      paramLabel = "SEED",
      arity = "0..*",
      description =
          "What answers shall be like: an id, what you remember of a song, artist:NAME, genre:NAME,"
              + " or audio:tempo=120,energy=.8; ^2 behind it weighs twice.")
  private List<String> seeds = List.of();

  @Option(
      names = "--less",
      paramLabel = "SEED",
      description = "What answers shall not be like; may be repeated.")
  private List<String> less = List.of();

  @Option(names = "-k", paramLabel = "K", description = "How many, 1 to 100 (default: 10).")
  private String k;

  @Option(
      names = "--space",
      paramLabel = "SPACE",
      description = "Where likeness is measured: sound (default), audio-12 or profile-16.")
  private String space;

  @Option(
      names = "--method",
      paramLabel = "METHOD",
      description =
          "best_score (default): what is near to one of the seeds; rocchio: what is near to the"
              + " middle between them.")
  private String method;

  @Option(
      names = "--diversity",
      paramLabel = "D",
      description = "0: the most alike; 1: the most unlike each other (default: 0.2).")
  private String diversity;

  @Option(
      names = "--max-per-artist",
      paramLabel = "N",
      description = "How many tracks one artist may have, 1 to 100 (default: no limit).")
  private String maxPerArtist;

  @Option(
      names = "--max-per-album",
      paramLabel = "N",
      description = "How many tracks may be of one album, 1 to 100 (default: no limit).")
  private String maxPerAlbum;

  @Option(
      names = "--spacing",
      paramLabel = "N",
      description = "How many tracks stand between two by one artist, 0 to 100 (default: 0).")
  private String spacing;

  @Option(
      names = "--versions",
      paramLabel = "VERSIONS",
      description =
          "one (default): the most popular of re-releases and remasters of one recording, and none"
              + " of a seed's own; all: each.")
  private String versions;

  @Option(
      names = "--cursor",
      paramLabel = "CURSOR",
      description = "More: what the answer before gave.")
  private String cursor;

  @Override
  public Integer call() throws IOException {
    Map<String, List<String>> parameters = new HashMap<>();
    SearchCommand.put(parameters, "k", k);
    SearchCommand.put(parameters, "space", space);
    SearchCommand.put(parameters, "method", method);
    SearchCommand.put(parameters, "diversity", diversity);
    SearchCommand.put(parameters, "max_per_artist", maxPerArtist);
    SearchCommand.put(parameters, "max_per_album", maxPerAlbum);
    SearchCommand.put(parameters, "spacing", spacing);
    SearchCommand.put(parameters, "versions", versions);
    SearchCommand.put(parameters, "cursor", cursor);
    TargetOptions.read(spec, parameters);
    try (Engine engine = common.open();
        Snapshot snapshot = engine.snapshot()) {
      List<SeedQuestion> asked = new ArrayList<>();
      for (String seed : seeds) {
        asked.add(SeedArgument.read(seed, 1, snapshot));
      }
      for (String seed : less) {
        asked.add(SeedArgument.read(seed, -1, snapshot));
      }
      RecommendationsJson answer =
          RecommendationApi.recommendations(
              snapshot, new WishesQuestion(asked, new Parameters(parameters)));
      Output out = common.output();
      out.answer(answer, it -> write(it, out));
      return Main.DONE;
    }
  }

  private void write(RecommendationsJson answer, Output out) {
    out.line(
        "Like %s%s, by %s:",
        labels(answer, 1),
        answer.seeds().stream().anyMatch(seed -> seed.weight() < 0)
            ? ", less like " + labels(answer, -1)
            : "",
        answer.space());
    TrackLines lines = new TrackLines(out);
    for (HitJson hit : answer.tracks()) {
      lines.write(List.of(hit), 3);
      out.line(
          "       %s",
          hit.reasons().stream().map(ReasonJson::text).collect(Collectors.joining(" · ")));
    }
    if (answer.whyFewer() != null) {
      common.tell(
          answer.whyFewer().removed() == 0
              ? "There are no more tracks."
              : "There are no more tracks; of %,d, %s took most (%,d)."
                  .formatted(
                      answer.pool().candidates(),
                      answer.whyFewer().condition(),
                      answer.whyFewer().removed()));
    }
    if (answer.nextCursor() != null) {
      common.tell("More: --cursor " + answer.nextCursor());
    }
  }

  private static String labels(RecommendationsJson answer, int sign) {
    return answer.seeds().stream()
        .filter(seed -> Math.signum(seed.weight()) == sign)
        .map(RecommendationsJson.Seed::label)
        .collect(Collectors.joining(", "));
  }
}
