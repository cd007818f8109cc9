package dev.segue.cli;

import dev.segue.engine.Engine;
import dev.segue.engine.Snapshot;
import dev.segue.evaluate.Half;
import dev.segue.evaluate.JudgedEvaluation;
import dev.segue.evaluate.Judgements;
import dev.segue.evaluate.SearchEvaluation;
import dev.segue.evaluate.Setting;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code segue evaluate search}. */
@Command(
    name = "search",
    description = {
      "Asks for tracks of your index as people do who know the song – with typos, in another order,"
          + " half typed – and reports how often it is found, and how fast."
    },
    mixinStandardHelpOptions = true)
final class EvaluateSearchCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private CommonOptions common;
  @Mixin private SampleOptions sample = new SampleOptions(1_000);

  @Option(
      names = "--half",
      paramLabel = "A|B",
      description = "Only this half of the tracks: tune on one, report on the other.")
  private Half half;

  @Option(
      names = "--setting",
      paramLabel = "SETTING",
      description =
          "How to search, as parameters of the API: mode=hybrid,fusion=rrf,rrf_k=60; given twice,"
              + " the second is compared with the first (default: default).")
  private List<String> settings = List.of(Setting.DEFAULT.name());

  @Option(
      names = "--qrels",
      paramLabel = "FILE",
      description = "Instead ask judged questions: lines of question id, 0, track id, grade.")
  private Path qrels;

  @Option(
      names = "--topics",
      paramLabel = "FILE",
      description = "With --qrels: lines of question id, a tab, the text.")
  private Path topics;

  @Override
  public Integer call() throws IOException {
    if ((qrels == null) != (topics == null)) {
      throw new ParameterException(
          spec.commandLine(), "--qrels and --topics belong together: judgements and questions.");
    }
    List<Setting> parsed = settings.stream().map(Setting::parse).toList();
    SearchEvaluation.Options options =
        new SearchEvaluation.Options(sample.sample(), Optional.ofNullable(half), parsed);
    try (Engine engine = common.openForMany();
        Snapshot snapshot = engine.snapshot()) {
      Output out = common.output();
      EvaluationLines lines = new EvaluationLines(out);
      if (qrels != null) {
        Judgements judgements = Judgements.read(topics, qrels);
        out.answer(
            new JudgedEvaluation(snapshot.search(), judgements, parsed, sample.sample().seed())
                .run(),
            lines::write);
      } else {
        out.answer(
            new SearchEvaluation(snapshot.index(), snapshot.search(), options, common.progress())
                .run(),
            lines::write);
      }
      return Main.DONE;
    }
  }
}
