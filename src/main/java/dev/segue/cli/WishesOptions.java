package dev.segue.cli;

import dev.segue.engine.Snapshot;
import dev.segue.http.api.RecommendationsJson;
import dev.segue.http.api.SeedQuestion;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** What tracks shall be like: seeds, and how they are taken; targets are {@link TargetOptions}. */
final class WishesOptions {
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

  /** The parameters that were given, with filters and targets. */
  Map<String, List<String>> parameters(CommandSpec command) {
    Map<String, List<String>> parameters = new HashMap<>();
    SearchCommand.put(parameters, "space", space);
    SearchCommand.put(parameters, "method", method);
    SearchCommand.put(parameters, "diversity", diversity);
    SearchCommand.put(parameters, "max_per_artist", maxPerArtist);
    SearchCommand.put(parameters, "max_per_album", maxPerAlbum);
    SearchCommand.put(parameters, "spacing", spacing);
    SearchCommand.put(parameters, "versions", versions);
    TargetOptions.read(command, parameters);
    return parameters;
  }

  /** Whether there is a seed. */
  boolean hasSeeds() {
    return !seeds.isEmpty() || !less.isEmpty();
  }

  /** The seeds, first those that are liked. */
  List<SeedQuestion> seeds(Snapshot snapshot) throws IOException {
    List<SeedQuestion> asked = new ArrayList<>();
    for (String seed : seeds) {
      asked.add(SeedArgument.read(seed, 1, snapshot));
    }
    for (String seed : less) {
      asked.add(SeedArgument.read(seed, -1, snapshot));
    }
    return asked;
  }

  /** What answers are like, as people read it: {@code Like A + B, less like C, by sound:}. */
  static String heading(List<RecommendationsJson.Seed> seeds, String space) {
    String disliked = labels(seeds, -1);
    return "Like %s%s, by %s:"
        .formatted(labels(seeds, 1), disliked.isEmpty() ? "" : ", less like " + disliked, space);
  }

  private static String labels(List<RecommendationsJson.Seed> seeds, int sign) {
    return seeds.stream()
        .filter(seed -> Math.signum(seed.weight()) == sign)
        .map(RecommendationsJson.Seed::label)
        .collect(Collectors.joining(" + "));
  }

  /** Why fewer came back than were asked for. */
  static String whyFewer(RecommendationsJson.Pool pool, RecommendationsJson.WhyFewer why) {
    return why.removed() == 0
        ? "There are no more tracks."
        : "There are no more tracks; of %,d, %s took most (%,d)."
            .formatted(pool.candidates(), why.condition(), why.removed());
  }
}
