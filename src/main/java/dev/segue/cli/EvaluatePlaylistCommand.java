package dev.segue.cli;

import dev.segue.engine.Engine;
import dev.segue.engine.Snapshot;
import dev.segue.evaluate.PlaylistEvaluation;
import dev.segue.vector.FeatureSpace;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code segue evaluate playlist}. */
@Command(
    name = "playlist",
    description = {
      "Makes playlists and paths between random tracks of your index, and reports how near they are"
          + " to what was asked for, how they flow, and how even steps are."
    },
    mixinStandardHelpOptions = true)
final class EvaluatePlaylistCommand implements Callable<Integer> {
  @Mixin private CommonOptions common;
  @Mixin private SampleOptions sample = new SampleOptions(200);

  @Option(
      names = "--space",
      paramLabel = "SPACE",
      description = "Where likeness is measured: sound (default), audio-12 or profile-16.")
  private String space;

  @Override
  public Integer call() throws IOException {
    try (Engine engine = common.openForMany();
        Snapshot snapshot = engine.snapshot()) {
      FeatureSpace chosen = snapshot.space(Optional.ofNullable(space));
      Output out = common.output();
      out.answer(
          new PlaylistEvaluation(
                  snapshot.index(),
                  snapshot.playlistMaker(),
                  snapshot.pathFinder(),
                  sample.sample(),
                  chosen,
                  common.progress())
              .run(),
          new EvaluationLines(out)::write);
      return Main.DONE;
    }
  }
}
