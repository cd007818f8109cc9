package dev.segue.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.segue.catalog.NumericField;
import dev.segue.catalog.Track;
import dev.segue.http.Served.Reply;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** A mix of wishes over HTTP. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RecommendationsHttpTest {
  private static final List<Track> TRACKS = Served.catalogue();
  private static final String PATH = "/api/recommendations";

  private Served served;

  @BeforeAll
  void start(@TempDir Path temp) throws Exception {
    served = Served.start(temp);
  }

  @AfterAll
  void stop() throws Exception {
    served.close();
  }

  @Test
  void mixedSeedsAreAnsweredWithReasonsAndPartsThatAddUp() throws Exception {
    Track track = TRACKS.get(40);
    String artist = TRACKS.get(7).artists().getFirst();
    Reply reply =
        served.post(
            PATH,
            """
            {"seeds": [{"track": "%s"}, {"artist": "%s", "weight": 0.5}, {"text": "%s"},
                       {"genre": "%s", "weight": -1}, {"audio": {"energy": 0.9}}],
             "target_tempo": 120, "k": 15, "space": null}
            """
                .formatted(
                    track.id(), artist, TRACKS.get(9).name(), TRACKS.get(3).genres().getFirst()));
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.header("Cache-Control")).isEqualTo("no-store");
    JsonNode json = reply.json();
    assertThat(json.get("seeds").findValuesAsString("kind"))
        .containsExactly("track", "artist", "text", "genre", "audio");
    assertThat(json.get("seeds").get(0).get("label").asString())
        .isEqualTo(track.name() + " – " + String.join(", ", track.artists()));
    assertThat(json.get("seeds").get(2).get("confidence").asDouble()).isEqualTo(1);
    JsonNode values = json.get("seeds").get(0).get("values");
    for (NumericField field : NumericField.values()) {
      assertThat(values.path(field.label()).asDouble(Double.NaN))
          .as(field.label())
          .isCloseTo(field.of(track), within(5e-5));
    }
    assertThat(json.get("seeds").get(4).get("values").propertyNames()).containsExactly("energy");
    assertThat(json.get("tracks")).hasSize(15);
    assertThat(reply.ids()).doesNotContain(track.id()).doesNotHaveDuplicates();
    for (JsonNode hit : json.get("tracks")) {
      double sum = hit.get("score_parts").valueStream().mapToDouble(JsonNode::asDouble).sum();
      assertThat(sum).isCloseTo(hit.get("score").asDouble(), within(5e-6));
      assertThat(hit.get("reasons").get(0).get("text").asString()).startsWith("like ");
    }
    assertThat(json.get("pool").get("candidates").asInt()).isEqualTo(TRACKS.size());
    assertThat(json.has("why_fewer")).isFalse();
  }

  /** All of it: no other version comes back in its place. */
  @Test
  void aRecordingIsExcludedByAnyOfItsTracks() throws Exception {
    String question =
        "{\"seeds\": [{\"genre\": \"%s\"}], \"k\": 100%s}"
            .formatted(TRACKS.get(3).genres().getFirst(), "%s");
    JsonNode hit = null;
    for (JsonNode each : served.post(PATH, question.formatted("")).json().get("tracks")) {
      hit = hit == null && each.has("other_versions") ? each : hit;
    }
    String shown = hit.at("/track/id").asString();
    String other = hit.at("/other_versions/0/id").asString();
    for (String excluded : List.of(shown, other)) {
      String more = ", \"exclude\": [\"%s\"]".formatted(excluded);
      assertThat(served.post(PATH, question.formatted(more)).ids()).doesNotContain(shown, other);
      assertThat(
              served
                  .get(Served.url("/api/search", "q", "", "exclude", excluded, "limit", "100"))
                  .ids())
          .doesNotContain(shown, other);
    }
    assertThat(
            served
                .post(
                    PATH,
                    question.formatted(
                        ", \"versions\": \"all\", \"exclude\": [\"%s\"]".formatted(shown)))
                .ids())
        .doesNotContain(shown);
  }

  @Test
  void moreContinuesWithoutRepeating() throws Exception {
    String question = "{\"seeds\": [{\"track\": \"%s\"}], \"k\": 40%s}";
    String id = TRACKS.get(12).id();
    List<String> shown = new ArrayList<>();
    JsonNode page = served.post(PATH, question.formatted(id, "")).json();
    while (true) {
      page.get("tracks").forEach(hit -> shown.add(hit.at("/track/id").asString()));
      if (!page.has("next_cursor")) {
        break;
      }
      String cursor = ", \"cursor\": \"" + page.get("next_cursor").asString() + "\"";
      page = served.post(PATH, question.formatted(id, cursor)).json();
    }
    assertThat(shown).doesNotHaveDuplicates().hasSizeGreaterThan(200);
    String other =
        served.post(PATH, question.formatted(id, "")).json().get("next_cursor").asString();
    assertThat(detail(question.formatted(TRACKS.get(13).id(), ", \"cursor\": \"" + other + "\"")))
        .contains("another question");
    assertThat(detail(question.formatted(id, ", \"cursor\": \"x\"")))
        .isEqualTo("The cursor is not one that an answer gave out.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{ | The body is no JSON: see line 1, column 2.",
        "[] | must be a JSON object",
        "{} | None of seeds, user_id, listened is given, must be one of them.",
        "{'seeds': 'x'} | seeds must be a list of objects.",
        "{'seeds': [1]} | seeds[0]: must be an object",
        "{'seeds': [{}]} | seeds[0]: says nothing; name one of track, artist, genre, text, audio.",
        "{'seeds': [{'track': 'x', 'genre': 'y'}]} | seeds[0]: has both track and genre",
        "{'seeds': [{'song': 'x'}]} | seeds[0]: there is no 'song'",
        "{'seeds': [{'track': 7}]} | seeds[0]: track is 7, must be text.",
        "{'seeds': [{'track': ' '}]} | seeds[0]: track is blank.",
        "{'seeds': [{'track': 'x'}, {'track': 'y'}]} | seeds[0]: No track has the id 'x'. seeds[1]:"
            + " No track has the id 'y'.",
        "{'seeds': [{'text': 'qwertzuiop'}]} | seeds[0]: Nothing is found for 'qwertzuiop'.",
        "{'seeds': [{'audio': {}}]} | seeds[0]: audio is empty",
        "{'seeds': [{'audio': {'energy': 2}}]} | seeds[0]: audio.energy is 2, allowed is 0 to 1.",
        "{'seeds': [{'audio': {'loud': 2}}]} | seeds[0]: there is no audio.loud",
        "{'seeds': [{'audio': {'energy': 'NaN'}}]} | seeds[0]: energy is \"NaN\", must be a"
            + " number.",
        "{'seeds': [{'audio': {'key': 2}}]} | sound does not compare key",
        "{'seeds': [{'audio': {'key': 2.5}}]} | audio.key is 2.5, allowed are whole numbers only",
        "{'seeds': [{'genre': 'x'}], 'target_key': 2.5} | target_key is 2.5, must be a whole"
            + " number.",
        "{'seeds': [{'genre': 'x', 'weight': 11}]} | weight is 11.0, allowed is -10 to 10",
        "{'seeds': [{'genre': 'x'}], 'target_tempo': NaN} | target_tempo is 'NaN', must be a"
            + " number.",
        "{'seeds': [{'audio': {'tempo': NaN}}]} | audio.tempo is NaN, allowed is 0 to 500.",
        "{'seeds': [{'genre': 'x', 'weight': -Infinity}]} | weight is -Infinity, allowed is -10 to",
        "{'seeds': [{'track': 'x'}, {'text': 'qqqqzzzz'}]} | No track has the id 'x'. seeds[1]: ",
        "{'seeds': [{'genre': 'x'}], 'k': 99999999999} | k is '99999999999', allowed are whole"
            + " numbers up to 2147483647.",
        "{'seeds': [{'genre': 'x'}], 'max_per_artist': 2147483647} | max_per_artist is 2147483647,"
            + " allowed is 1 to 100.",
        "{'seeds': [{'genre': 'x'}], 'target_tempo': 'NaN'} | target_tempo is 'NaN', must be a"
            + " number.",
        "{'seeds': [{'genre': 'x'}], 'target_tempo': 501} | target_tempo is 501, allowed is 0 to"
            + " 500.",
        "{'seeds': [{'genre': 'x'}], 'target_popularity': 5, 'space': 'audio-12'} | audio-12 does"
            + " not compare popularity",
        "{'seeds': [{'genre': 'x'}], 'min_tempo': 9, 'max_tempo': 8} | nothing lies between",
        "{'seeds': [{'genre': 'x'}], 'k': 101} | k is 101, allowed is 1 to 100.",
        "{'seeds': [{'genre': 'x'}], 'k': {}} | k is {}, must be a number, a text or a flag.",
        "{'seeds': [{'genre': 'x'}], 'diversity': 2} | diversity is 2.0, allowed is 0 to 1.",
        "{'seeds': [{'genre': 'x'}], 'method': 'mean'} | method is 'mean', allowed are rocchio,"
            + " best_score.",
        "{'seeds': [{'genre': 'x'}], 'limit': 5} | There is no parameter 'limit' here",
        "{'seeds': [], 'seeds': []} | The body has 'seeds' twice in one object",
      })
  void wrongWishesAreNamed(String question, String complaint) throws Exception {
    Reply reply = served.post(PATH, question.replace('\'', '"'));
    assertThat(reply.status()).as(reply.text()).isEqualTo(400);
    assertThat(reply.json().get("detail").asString()).contains(complaint);
    assertThat(reply.json().get("parameter").asString()).isNotBlank();
  }

  @Test
  void whatIsNotInTheCatalogueHasACodeOfItsOwn() throws Exception {
    String unknown = "{\"track\": \"x\"}, {\"text\": \"qqqqzzzz\"}, {\"genre\": \"y\"}";
    JsonNode problem = served.post(PATH, "{\"seeds\": [%s]}".formatted(unknown)).json();
    assertThat(problem.get("code").asString()).isEqualTo("not_in_catalogue");
    assertThat(problem.get("detail").asString())
        .isEqualTo(
            "seeds[0]: No track has the id 'x'. seeds[1]: Nothing is found for 'qqqqzzzz'."
                + " seeds[2]: No track has the genre 'y'.");
    String wrong = "{\"genre\": \"y\", \"weight\": 11}";
    problem = served.post(PATH, "{\"seeds\": [%s, %s]}".formatted(unknown, wrong)).json();
    assertThat(problem.get("code").asString()).isEqualTo("invalid_parameter");
    assertThat(problem.get("detail").asString()).contains("seeds[0]: ", "seeds[3]: weight is 11.0");
  }

  @Test
  void onlyDislikesAndTooManySeedsAreRefused() throws Exception {
    String huge = "9".repeat(400);
    assertThat(detail("{\"seeds\": [{\"genre\": \"x\", \"weight\": %s}]}".formatted(huge)))
        .contains("weight is NaN, allowed is -10 to 10");
    String genre = TRACKS.getFirst().genres().getFirst();
    String dislike = "{\"genre\": \"%s\", \"weight\": -1}".formatted(genre);
    assertThat(detail("{\"seeds\": [%s]}".formatted(dislike))).contains("weight above 0");
    String like = "{\"genre\": \"%s\"}".formatted(genre);
    String many = String.join(",", Collections.nCopies(51, like));
    assertThat(detail("{\"seeds\": [%s]}".formatted(many)))
        .isEqualTo("seeds is 51, allowed is 1 to 50.");
    assertThat(served.post(PATH + "?k=5", "{}").json().get("code").asString())
        .isEqualTo("unknown_parameter");
    assertThat(served.get(PATH).status()).isEqualTo(405);
  }

  private String detail(String question) throws Exception {
    Reply reply = served.post(PATH, question);
    assertThat(reply.status()).isEqualTo(400);
    return reply.json().get("detail").asString();
  }
}
