package dev.segue.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** {@code evaluate ratings}, {@code ranking} and {@code compare} from the command line. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EvaluateModelsIT {
  private Path folder;
  private Path data;
  private Program program;

  /** Forty users who rate their half of thirty items higher than the other half. */
  @BeforeAll
  void invent(@TempDir Path temporary) throws Exception {
    folder = temporary;
    program = new Program(folder.resolve("none.csv"), folder.resolve("no-index"));
    Random random = new Random(3);
    StringBuilder lines = new StringBuilder("user,item,rating,time\n");
    for (int user = 0; user < 40; user++) {
      for (int item = 0; item < 30; item++) {
        if (random.nextInt(3) > 0) {
          int rating = user % 2 == item % 2 ? 4 + random.nextInt(2) : 1 + random.nextInt(3);
          lines.append("u%d,i%d,%d,%d\n".formatted(user, item, rating, random.nextInt(1_000_000)));
        }
      }
    }
    data = Files.writeString(folder.resolve("ratings.csv"), lines);
  }

  private Program.Outcome evaluate(String... arguments) throws Exception {
    Program.Outcome outcome = program.run(Program.with(new String[] {"evaluate"}, arguments));
    assertThat(outcome.exitCode()).as(outcome.err()).isZero();
    return outcome;
  }

  @Test
  void ratings() throws Exception {
    JsonNode report = evaluate("ratings", "--data", data.toString(), "--json").json();
    assertThat(report.get("models")).hasSize(7);
    assertThat(report.get("splits").asInt()).isEqualTo(5);
    double global = report.at("/models/0/rmse/value").asDouble();
    double factors = report.at("/models/5/rmse/value").asDouble();
    assertThat(report.at("/models/5/model").asString()).isEqualTo("svd");
    assertThat(factors).isLessThan(global);
    assertThat(report.at("/differences/0/what").asString()).isEqualTo("user-mean: RMSE");
    String told = evaluate("ratings", "--data", data.toString(), "--model", "baseline").out();
    assertThat(told).contains("RMSE (95 %)", "baseline", "mean of 5 splits");
  }

  @Test
  void rankingIsTunedAndKeptAndCompared() throws Exception {
    Path first = folder.resolve("first.json");
    Path second = folder.resolve("second.json");
    Path page = folder.resolve("report.html");
    String[] ranking = {
      "ranking", "--data", data.toString(), "--min-value", "4", "--protocol", "users:0.3"
    };
    JsonNode all = evaluate(Program.with(ranking, "--json")).json();
    assertThat(all.get("models")).hasSize(5);
    assertThat(all.at("/untrained/0/model").asString()).isEqualTo("pure-svd");
    assertThat(all.at("/untrained/0/reason").asString()).startsWith("factors is 64, but");
    JsonNode report =
        evaluate(
                Program.with(
                    ranking,
                    "--model",
                    "popularity",
                    "--model",
                    "ease:lambda=20",
                    "--tune",
                    "4",
                    "--report",
                    first.toString(),
                    "--json"))
            .json();
    assertThat(report.get("models")).hasSize(4);
    JsonNode tuned = report.at("/models/3");
    assertThat(tuned.get("model").asString()).isEqualTo("ease (tuned)");
    assertThat(tuned.at("/tuned/settings").asString()).startsWith("ease");
    assertThat(tuned.at("/tuned/by_split")).hasSize(1);
    assertThat(report.at("/models/2/measures/ndcg/value").asDouble())
        .isGreaterThan(report.at("/models/0/measures/ndcg/value").asDouble());
    evaluate(Program.with(ranking, "--model", "ease:lambda=20", "--report", second.toString()));
    evaluate(Program.with(ranking, "--model", "ease", "--report", page.toString()));
    assertThat(Files.readString(page))
        .startsWith("<!doctype html>")
        .contains("<svg", "precision@10 (95 %)", "ease")
        .doesNotContain("http");
    JsonNode same = evaluate("compare", first.toString(), second.toString(), "--json").json();
    assertThat(same.get("differing")).isEmpty();
    assertThat(same.get("rows")).hasSize(11);
    for (JsonNode row : same.get("rows")) {
      assertThat(row.get("model").asString()).isEqualTo("ease:lambda=20");
      assertThat(row.get("second")).isEqualTo(row.get("first"));
      assertThat(row.get("overlapping").asBoolean()).isTrue();
    }
    assertThat(evaluate("compare", first.toString(), second.toString()).out())
        .contains("ease:lambda=20", "hit_rate");
  }

  @Test
  void wrongQuestionsAreNamed() throws Exception {
    String file = data.toString();
    complaint(2, "There is no model 'nmf'", "ratings", "--data", file, "--model", "nmf");
    complaint(2, "There is no model 'svd'", "ranking", "--data", file, "--model", "svd");
    complaint(2, "k is 0, allowed is 1 to 1000", "ranking", "--data", file, "-k", "0");
    complaint(2, "--space is given, but without", "ranking", "--data", file, "--space", "x");
    complaint(2, "--alpha is given, but without", "ranking", "--data", file, "--alpha", "0.5");
    complaint(2, "--alpha is NaN, allowed is 0 to", "ranking", "--data", file, "--alpha", "NaN");
    complaint(2, "--fusion is given, but without", "ranking", "--data", file, "--fusion", "rrf");
    complaint(2, "--fusion is 'sum', allowed are", "ranking", "--data", file, "--fusion", "sum");
    complaint(2, "protocol is 'loo'", "ranking", "--data", file, "--protocol", "loo");
    complaint(2, "tune is 0, allowed is 1 to", "ratings", "--data", file, "--tune", "0");
    complaint(
        2, "allowed is a name that ends in", "ratings", "--data", file, "--report", "report.pdf");
    complaint(
        2, "There is no folder", "ratings", "--data", file, "--report", folder + "/no/report.json");
    complaint(2, "the least rating comes first", "ratings", "--data", file, "--scale", "5,1");
    complaint(2, "who were learned from", "ratings", "--data", file, "--protocol", "users:0.5");
    complaint(4, "the scale is 1.0 to 4.0", "ratings", "--data", file, "--scale", "1,4");
    complaint(1, "There is no", "ratings", "--data", folder + "/none.csv");
    complaint(2, "Missing required option: '--data", "ratings");
    complaint(2, "is no report of", "compare", file, file);
    Path broken = Files.writeString(folder.resolve("broken.csv"), "a,x,1\nb,y,much\n");
    complaint(4, "broken.csv, line 2: the third field", "ranking", "--data", broken.toString());
    Path one = Files.writeString(folder.resolve("one.csv"), "a,x\na,y\na,z\na,v\na,w\na,u\n");
    complaint(4, "There are 1 users", "ranking", "--data", one.toString());
  }

  private void complaint(int exitCode, String complaint, String... arguments) throws Exception {
    program.assertComplaint(
        exitCode, complaint, Program.with(new String[] {"evaluate"}, arguments));
  }
}
