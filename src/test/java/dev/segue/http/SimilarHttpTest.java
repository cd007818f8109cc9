package dev.segue.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.segue.catalog.NumericField;
import dev.segue.catalog.Track;
import dev.segue.http.Served.Reply;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** {@code /api/tracks/{id}}, its {@code /similar}, and {@code /api/similar}. */
class SimilarHttpTest extends ServedTest {
  private static final List<Track> TRACKS = Served.catalogue();
  private static final Track SEED = TRACKS.get(42);

  @Test
  void showsATrackAsTheContractSays() throws Exception {
    JsonNode json = served.get("/api/tracks/" + SEED.id()).json();
    assertThat(json.propertyNames())
        .containsExactly(
            "id",
            "name",
            "artists",
            "album",
            "genres",
            "popularity",
            "popularity_category",
            "duration_ms",
            "duration_min",
            "explicit",
            "year",
            "mood_score",
            "party_score",
            "audio");
    assertThat(json.get("id").asString()).isEqualTo(SEED.id());
    assertThat(json.get("duration_ms").asInt()).isEqualTo(SEED.durationMillis());
    assertThat(json.get("duration_min").asDouble())
        .isCloseTo(SEED.durationMinutes(), within(0.0005));
    for (NumericField field : NumericField.AUDIO) {
      assertThat(json.get("audio").get(field.label()).asDouble()).isEqualTo(field.of(SEED));
    }
  }

  @Test
  void whatTheCatalogueDoesNotSayIsNull() throws Exception {
    assertThat(served.get("/api/tracks/" + TRACKS.get(0).id()).json().get("album").isNull())
        .isTrue();
    JsonNode unpopular = served.get("/api/tracks/" + TRACKS.get(1).id()).json();
    assertThat(unpopular.get("popularity").isNull()).isTrue();
    assertThat(unpopular.get("popularity_category").isNull()).isTrue();
    assertThat(served.get("/api/tracks/" + TRACKS.get(3).id()).json().get("year").isNull())
        .isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/tracks/x", "/api/tracks/x/similar"})
  void anUnknownIdIsTheContractsProblem(String path) throws Exception {
    Reply reply = served.get(path);
    assertThat(reply.status()).isEqualTo(404);
    assertThat(reply.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(reply.text())
        .isEqualTo(
            "{\"type\":\"about:blank\",\"title\":\"Unknown track\",\"status\":404,"
                + "\"code\":\"track_not_found\",\"detail\":\"No track has the id 'x'.\","
                + "\"parameter\":\"id\"}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"sound", "audio-12", "profile-16"})
  void theNearestComeFirstAndNeverTheTrackItself(String space) throws Exception {
    Reply reply = served.get("/api/tracks/" + SEED.id() + "/similar?k=100&space=" + space);
    assertThat(reply.json().get("space").asString()).isEqualTo(space);
    assertThat(reply.json().get("track").get("id").asString()).isEqualTo(SEED.id());
    assertThat(reply.json().has("resolved")).isFalse();
    assertThat(reply.ids()).hasSize(100).doesNotHaveDuplicates().doesNotContain(SEED.id());
    double last = 1;
    int rank = 1;
    for (JsonNode hit : reply.json().get("tracks")) {
      double score = hit.get("score").asDouble();
      assertThat(score).isLessThanOrEqualTo(last);
      assertThat(hit.get("rank").asInt()).isEqualTo(rank++);
      assertThat(hit.has("distance")).isEqualTo(!space.equals("profile-16"));
      if (hit.has("distance")) {
        assertThat(1 / (1 + hit.get("distance").asDouble())).isCloseTo(score, within(1e-5));
      }
      last = score;
    }
  }

  @Test
  void withoutKAndSpaceItAnswersTenInTheDefaultSpace() throws Exception {
    Reply reply = served.get("/api/tracks/" + SEED.id() + "/similar");
    assertThat(reply.ids()).hasSize(10);
    assertThat(reply.json().get("space").asString()).isEqualTo("sound");
  }

  @Test
  void asManyAsAskedForWheneverSoManyPassTheFilter() throws Exception {
    String genre = TRACKS.get(200).genres().getFirst();
    long passing =
        TRACKS.stream().filter(t -> t.genres().contains(genre) && !t.equals(SEED)).count();
    assertThat(passing).isBetween(2L, 99L);
    String url = Served.url("/api/tracks/" + SEED.id() + "/similar", "genre", genre, "k", "100");
    Reply all = served.get(url);
    assertThat(all.ids()).hasSize((int) passing);
    all.json()
        .get("tracks")
        .forEach(hit -> assertThat(hit.get("track").get("genres").toString()).contains(genre));
    String nearest = all.ids().getFirst();
    assertThat(served.get(url + "&exclude=" + nearest).ids())
        .containsExactlyElementsOf(all.ids().subList(1, all.ids().size()));
    assertThat(served.get(url.replace("k=100", "k=2")).ids())
        .containsExactlyElementsOf(all.ids().subList(0, 2));
  }

  @Test
  void wordsMeanATrack() throws Exception {
    String q = SEED.name() + " " + SEED.artists().getFirst();
    JsonNode byText = served.get(Served.url("/api/similar", "q", q)).json();
    JsonNode resolved = byText.get("resolved");
    assertThat(resolved.get("query").asString()).isEqualTo(q);
    assertThat(resolved.get("name").asString()).isEqualTo(SEED.name());
    assertThat(resolved.get("confidence").asDouble()).isEqualTo(1);
    JsonNode byId = served.get("/api/tracks/" + resolved.get("id").asString() + "/similar").json();
    assertThat(byText.get("tracks")).isEqualTo(byId.get("tracks"));
    assertThat(byText.get("track")).isEqualTo(byId.get("track"));
  }

  @Test
  void aTrackWithoutAColumnHasNoPlaceInTheSpace() throws Exception {
    Reply reply = served.get("/api/tracks/" + TRACKS.get(1).id() + "/similar?space=profile-16");
    assertThat(reply.status()).isEqualTo(422);
    assertThat(reply.json().get("code").asString()).isEqualTo("no_vector");
  }

  @Test
  void wordsThatMeanNothing() throws Exception {
    Reply reply = served.get("/api/similar?q=qwertzuiop");
    assertThat(reply.status()).isEqualTo(404);
    assertThat(reply.json().get("code").asString()).isEqualTo("nothing_found");
    assertThat(reply.json().get("parameter").asString()).isEqualTo("q");
  }

  /** Also where it says what a song is like, and no song is called so. */
  @Test
  void aTextMeansWhatASearchAnswersFirst() throws Exception {
    for (String text : List.of("calm songs", "popular songs under 4 minutes", SEED.name())) {
      String first = served.get(Served.url("/api/search", "q", text)).ids().getFirst();
      Reply similar = served.get(Served.url("/api/similar", "q", text));
      assertThat(similar.json().at("/resolved/id").asString()).as(text).isEqualTo(first);
    }
  }
}
