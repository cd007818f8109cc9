package dev.segue.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.catalog.Progress;
import dev.segue.catalog.Track;
import dev.segue.engine.RandomPlays;
import dev.segue.engine.TasteTraining;
import dev.segue.listening.log.EventLog;
import dev.segue.listening.model.ModelSettings;
import dev.segue.listening.model.TasteKind;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;

/** Recommendations to users by a model of taste that was trained while the server answers. */
@Timeout(60)
class ListenerTasteHttpTest extends ListenersTest {
  /** What nobody plays begins here. */
  private static final int PLAYED = 200;

  @BeforeAll
  void train() throws Exception {
    does("early", "like", TRACKS.get(0));
    assertThat(answer("early", "").get("strategy").asString()).isEqualTo("sound");
    served.engine().follow(Duration.ofMillis(10));
    try (EventLog log = EventLog.at(home.resolve("plays.db").toString())) {
      log.put(RandomPlays.of(TRACKS.subList(0, PLAYED), 40, 5));
      new TasteTraining(home.resolve("index"), log, Clock.systemUTC(), Progress.NONE)
          .run(ModelSettings.parse("ials:factors=8,epochs=4", TasteKind.values()), 1);
    }
    while (answer("early", "").get("strategy").asString().equals("sound")) {
      TimeUnit.MILLISECONDS.sleep(5);
    }
  }

  /** A track that the model does not know, in no version. */
  private Track unknown(int nth) throws Exception {
    Set<String> known = Set.copyOf(TRACKS.subList(0, PLAYED).stream().map(Track::id).toList());
    int found = 0;
    for (Track track : TRACKS.subList(PLAYED, TRACKS.size())) {
      if (versions(track).stream().noneMatch(known::contains) && found++ == nth) {
        return track;
      }
    }
    throw new AssertionError("the model knows all");
  }

  @Test
  void bothTasteAndSoundWithReasons() throws Exception {
    does("fan", "like", TRACKS.get(0), TRACKS.get(3), TRACKS.get(6));
    JsonNode answer = answer("fan", "k=50");
    assertThat(answer.get("strategy").asString()).isEqualTo("hybrid");
    assertThat(answer.get("why_strategy").asString())
        .isEqualTo(
            "By the 3 songs that you like: what others play who like them, and what sounds like"
                + " them.");
    assertThat(answer.get("alpha").asDouble()).isStrictlyBetween(0.0, 1.0);
    assertThat(answer.get("seeds")).hasSize(3);
    assertThat(kinds(answer)).contains("taste");
    assertThat(kinds(answer("fan", "k=50&alpha=0.7"))).contains("taste", "seed");
    List<String> liked =
        List.of(0, 3, 6).stream()
            .map(i -> "people who play %s also play this".formatted(TRACKS.get(i).name()))
            .toList();
    int told = 0;
    for (JsonNode hit : answer.get("tracks")) {
      double byTaste = hit.at("/score_parts/taste").asDouble(0);
      for (JsonNode reason : hit.get("reasons")) {
        if (reason.get("kind").asString().equals("taste")) {
          assertThat(byTaste).as(hit.toString()).isPositive();
          assertThat(reason.get("text").asString()).isIn(liked);
          told++;
        }
      }
    }
    assertThat(told).isGreaterThan(10);
  }

  /** Tracks with even thirds are played by other listeners than those between. */
  @Test
  void tasteFindsWhatTheirCampPlays() throws Exception {
    does("camper", "play", TRACKS.get(1), TRACKS.get(4), TRACKS.get(7), TRACKS.get(10));
    List<String> ids = ids(answer("camper", "strategy=taste&diversity=0&versions=all&k=20"));
    long ofCamp =
        ids.stream()
            .map(id -> TRACKS.stream().map(Track::id).toList().indexOf(id))
            .filter(i -> i < PLAYED && i % 3 == 1)
            .count();
    assertThat(ofCamp).isGreaterThan(15);
  }

  @Test
  void theyCanSayWhatToGoBy() throws Exception {
    does("chooser", "like", TRACKS.get(12));
    String query = "k=50&diversity=0&strategy=";
    JsonNode sound = answer("chooser", query + "sound");
    assertThat(sound.get("strategy").asString()).isEqualTo("sound");
    assertThat(sound.get("why_strategy").asString())
        .isEqualTo("By the sound of the one song that you like.");
    assertParts(sound, "sound");
    JsonNode taste = answer("chooser", query + "taste");
    assertThat(taste.get("strategy").asString()).isEqualTo("taste");
    assertThat(taste.get("seeds")).isEmpty();
    assertParts(taste, "taste");
    assertThat(sound.has("alpha")).isFalse();
    assertThat(taste.has("alpha")).isFalse();
    JsonNode hybrid = answer("chooser", query + "hybrid&alpha=0.8");
    assertThat(hybrid.get("alpha").asDouble()).isEqualTo(.8);
    for (JsonNode alone : List.of(sound, taste)) {
      assertThat(alone.at("/tracks/0/score").asDouble()).as("a share of the best").isOne();
    }
    assertThat(ids(hybrid)).isNotEqualTo(ids(sound)).isNotEqualTo(ids(taste));
    assertThat(ids(answer("chooser", query + "hybrid&alpha=1"))).isEqualTo(ids(sound));
    JsonNode ranks = answer("chooser", query + "hybrid&alpha=0.8&fusion=rrf");
    assertThat(ids(ranks)).isNotEqualTo(ids(hybrid)).doesNotHaveDuplicates();
    JsonNode bySound = answer("chooser", query + "hybrid&alpha=1&fusion=rrf").at("/tracks/0");
    assertThat(bySound.at("/score_parts/sound").asDouble()).as("61/61").isOne();
  }

  private static void assertParts(JsonNode answer, String... parts) {
    for (JsonNode hit : answer.get("tracks")) {
      assertThat(hit.get("score_parts").propertyNames()).containsExactly(parts);
    }
  }

  @Test
  void theLessTheModelKnowsTheMoreSound() throws Exception {
    does("mixed", "like", TRACKS.get(0));
    double all = answer("mixed", "").get("alpha").asDouble();
    does("mixed", "play", unknown(0), unknown(0));
    assertThat(answer("mixed", "").get("alpha").asDouble()).isGreaterThan(all);
    does("fresh", "like", unknown(0), unknown(1));
    JsonNode fresh = answer("fresh", "strategy=taste");
    assertThat(fresh.get("strategy").asString()).isEqualTo("sound");
    assertThat(fresh.get("why_strategy").asString())
        .isEqualTo(
            "By the sound of the 2 songs that you like; the model of taste knows none of them.");
  }

  /** What nobody plays is found by its sound, and by taste alone never. */
  @Test
  void whatNobodyPlaysComesToo() throws Exception {
    does("finder", "like", TRACKS.get(0));
    Track cold = unknown(3);
    assertThat(all("finder", "k=100&versions=all")).contains(cold.id());
    assertThat(all("finder", "k=100&versions=all&strategy=taste")).doesNotContain(cold.id());
    String artist = Served.encode(cold.artists().getFirst());
    JsonNode answer = answer("finder", "k=100&versions=all&artist=" + artist);
    int place = ids(answer).indexOf(cold.id());
    assertThat(place).isNotNegative();
    assertThat(answer.get("tracks").get(place).get("score_parts").propertyNames())
        .contains("sound")
        .doesNotContain("taste");
  }

  @Test
  void pagesGoByWhatWasKnownAtTheFirst() throws Exception {
    does("pager", "like", TRACKS.get(0), TRACKS.get(1));
    for (String query : List.of("", "&fusion=rrf&versions=all", "&strategy=taste&explore=0.2")) {
      List<String> undisturbed = all("pager", "k=100" + query);
      assertThat(undisturbed).hasSizeGreaterThan(100).doesNotHaveDuplicates();
      JsonNode first = answer("pager", "k=31" + query);
      does("pager", "like", TRACKS.get(20 + query.length()));
      assertThat(rest(first, "pager", "k=31" + query)).isEqualTo(undisturbed);
    }
  }
}
