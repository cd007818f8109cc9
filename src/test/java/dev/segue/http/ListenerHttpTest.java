package dev.segue.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.segue.catalog.Track;
import dev.segue.http.Served.Reply;
import java.util.Base64;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Recommendations to users before any model was trained. */
class ListenerHttpTest extends ListenersTest {
  private static final Comparator<Track> MOST_POPULAR =
      Comparator.comparingInt(track -> track.popularity() == null ? 0 : -track.popularity());

  /** How many bytes of a cursor stand before what a page kept for the next. */
  private static final int CURSOR_HEADER = 28;

  @Test
  void whoDidNothingGetsWhatIsPopular() throws Exception {
    String genre = TRACKS.getFirst().genres().getFirst();
    String query = "k=20&diversity=0&spacing=0&versions=all&genre=" + Served.encode(genre);
    JsonNode answer = answer("cold", query);
    assertThat(answer.get("strategy").asString()).isEqualTo("popularity");
    assertThat(answer.get("known").asInt()).isZero();
    assertThat(answer.get("seeds")).isEmpty();
    assertThat(answer.has("alpha")).isFalse();
    assertThat(kinds(answer)).containsExactly("popularity");
    assertThat(ids(answer))
        .isEqualTo(
            TRACKS.stream()
                .filter(track -> track.genres().contains(genre))
                .sorted(MOST_POPULAR)
                .limit(20)
                .map(Track::id)
                .toList());
  }

  @Test
  void whatTheyDoCountsAtOnceAndIsForgottenAtOnce() throws Exception {
    assertThat(answer("new", "").get("strategy").asString()).isEqualTo("popularity");
    Track liked = TRACKS.get(42);
    does("new", "like", liked);
    JsonNode answer = answer("new", "diversity=0&spacing=0");
    assertThat(answer.get("strategy").asString()).isEqualTo("sound");
    assertThat(answer.get("why_strategy").asString())
        .isEqualTo(
            "By the sound of the one song that you like; no model of taste was trained yet.");
    assertThat(answer.get("known").asInt()).isEqualTo(1);
    assertThat(answer.at("/seeds/0/id").asString()).isEqualTo(liked.id());
    assertThat(ids(answer)).hasSize(10).doesNotContain(liked.id());
    String seed = "{\"seeds\":[{\"track\":\"%s\"}],\"diversity\":0}".formatted(liked.id());
    assertThat(ids(answer)).as("near to one song").isEqualTo(post(seed).ids());
    does("new", "save", TRACKS.get(43));
    assertThat(answer("new", "").get("known").asInt()).isEqualTo(2);
    assertThat(served.ask("DELETE", "/api/users/new").status()).isEqualTo(200);
    JsonNode cold = answer("new", "");
    assertThat(cold.get("strategy").asString()).isEqualTo("popularity");
    assertThat(cold.get("known").asInt()).isZero();
  }

  @Test
  void whoLikesWhatHasNoSoundGetsWhatIsPopular() throws Exception {
    Track withoutGenre = TRACKS.get(1);
    does("silent", "like", withoutGenre);
    JsonNode answer = answer("silent", "space=profile-16");
    assertThat(answer.get("strategy").asString()).isEqualTo("popularity");
    assertThat(answer.get("why_strategy").asString())
        .isEqualTo(
            "The one song that you like has no sound, and no model of taste was trained yet, so"
                + " this is what many like.");
    assertThat(answer.get("known").asInt()).isEqualTo(1);
    assertThat(ids(answer)).doesNotContain(withoutGenre.id());
  }

  @Test
  void theSameByBodyAndByAddress() throws Exception {
    does("both", "like", TRACKS.get(7), TRACKS.get(8));
    Reply posted = post("{\"user_id\":\"both\",\"k\":5,\"mood\":\"happy\",\"max_year\":2010}");
    assertThat(posted.json()).isEqualTo(answer("both", "k=5&mood=happy&max_year=2010"));
    assertThat(posted.header("Cache-Control")).isEqualTo("no-store");
    String listened = "[\"%s\",\"%s\"]".formatted(TRACKS.get(7).id(), TRACKS.get(8).id());
    JsonNode anybody = post("{\"listened\":%s,\"k\":5}".formatted(listened)).json();
    assertThat(anybody.get("tracks")).isEqualTo(answer("both", "k=5").get("tracks"));
  }

  @Test
  void whatWasPlayedIsLeftOutOrKept() throws Exception {
    Track played = TRACKS.get(50);
    Track skipped = TRACKS.get(51);
    does("player", "play", played);
    does("player", "skip", skipped);
    List<String> without = all("player", "k=100&versions=all");
    assertThat(without).hasSize(TRACKS.size() - 2).doesNotContain(played.id(), skipped.id());
    List<String> with = all("player", "k=100&versions=all&played=keep&diversity=0");
    assertThat(with).hasSize(TRACKS.size()).startsWith(played.id()).contains(skipped.id());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "&versions=all", "&played=keep", "&played=keep&versions=all"})
  void noVersionOfWhatTheyDislikeComes(String query) throws Exception {
    Track disliked = lesserVersion();
    String user = "dislikes" + query;
    does(user, "dislike", disliked);
    assertThat(all(user, "k=100" + query))
        .as("cold")
        .doesNotContainAnyElementsOf(versions(disliked));
    does(user, "like", TRACKS.get(60));
    assertThat(all(user, "k=100" + query)).doesNotContainAnyElementsOf(versions(disliked));
  }

  @Test
  void occasionsHaveTheirNumbers() throws Exception {
    does("occasional", "like", TRACKS.get(9));
    JsonNode night = answer("occasional", "time_of_day=night&diversity=0");
    assertThat(night.get("context").toString())
        .isEqualTo(
            "{\"time_of_day\":\"night\",\"learned\":false,"
                + "\"targets\":{\"energy\":0.3,\"acousticness\":0.6}}");
    assertThat(night.at("/tracks/0/score_parts").propertyNames())
        .containsExactlyInAnyOrder("sound", "target_energy", "target_acousticness");
    JsonNode both = answer("occasional", "time_of_day=night&mood=party&target_energy=0.95");
    assertThat(both.get("context").toString())
        .isEqualTo(
            "{\"time_of_day\":\"night\",\"mood\":\"party\",\"learned\":false,"
                + "\"targets\":{\"danceability\":0.8,\"energy\":0.95,\"acousticness\":0.6}}");
    assertThat(answer("occasional", "target_energy=0.95").has("context")).isFalse();
    assertThat(answer("nobody", "mood=calm").at("/context/targets/energy").asDouble())
        .isEqualTo(.2);
  }

  @Test
  void habitsGoBeforeUsualNumbers() throws Exception {
    List<Track> byEnergy =
        TRACKS.stream()
            .sorted(Comparator.comparingDouble(track -> track.audio().energy()))
            .toList();
    Track[] low = byEnergy.subList(0, 20).toArray(Track[]::new);
    Track[] high = byEnergy.subList(200, 220).toArray(Track[]::new);
    does("habitual", "play", "{\"mood\":\"party\",\"device\":\"phone\"}", low);
    does(
        "habitual", "play", "{\"mood\":\"calm\"}", Stream.of(high).limit(19).toArray(Track[]::new));
    assertThat(answer("habitual", "mood=party").at("/context/learned").asBoolean()).isFalse();
    does("habitual", "play", high[19]);
    JsonNode context = answer("habitual", "mood=party").get("context");
    assertThat(context.get("learned").asBoolean()).isTrue();
    double mean = Stream.of(low).mapToDouble(track -> track.audio().energy()).average().orElse(0);
    assertThat(context.at("/targets/energy").asDouble()).isCloseTo(mean, within(1e-4));
    assertThat(
            answer("habitual", "mood=party&target_energy=1").at("/context/targets/energy").asInt())
        .isOne();
    JsonNode calm = answer("habitual", "mood=calm").get("context");
    assertThat(calm.get("learned").asBoolean()).as("19 plays").isFalse();
    assertThat(calm.at("/targets/energy").asDouble()).isEqualTo(.2);
  }

  @Test
  void chanceIsToldAndCanBeHadAgain() throws Exception {
    does("curious", "like", TRACKS.get(10));
    JsonNode one = answer("curious", "k=50&explore=0.5&seed=3");
    assertThat(one.get("explore").toString()).isEqualTo("{\"share\":0.5,\"seed\":3}");
    assertThat(kinds(one)).contains("exploration");
    assertThat(answer("curious", "k=50&explore=0.5&seed=3")).isEqualTo(one);
    assertThat(ids(answer("curious", "k=50&explore=0.5&seed=4"))).isNotEqualTo(ids(one));
    JsonNode own = answer("curious", "k=50&explore=0.5");
    assertThat(answer("curious", "k=50&explore=0.5")).isEqualTo(own);
    assertThat(ids(answer("stranger", "k=50&explore=0.5")))
        .as("nothing is known of either")
        .isNotEqualTo(ids(answer("nobody", "k=50&explore=0.5")));
    JsonNode none = answer("curious", "k=50&explore=0&seed=3");
    assertThat(none.has("explore")).isFalse();
    assertThat(kinds(none)).doesNotContain("exploration");
    assertThat(ids(none)).isEqualTo(ids(answer("curious", "k=50")));
    List<String> pages = all("curious", "k=7&explore=0.5");
    assertThat(pages).startsWith(ids(own).toArray(String[]::new)).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "&versions=all&spacing=1", "&mood=sad&explore=0.3"})
  void pagesGoByWhatWasKnownAtTheFirst(String query) throws Exception {
    for (boolean cold : new boolean[] {true, false}) {
      String user = (cold ? "cold" : "known") + query;
      does("else", "play", TRACKS.get(1));
      if (!cold) {
        does(user, "like", TRACKS.get(1), TRACKS.get(2), TRACKS.get(3));
      }
      List<String> undisturbed = all(user, "k=100" + query);
      assertThat(undisturbed).hasSizeGreaterThan(150).doesNotHaveDuplicates();
      assertThat(all(user, "k=23" + query)).isEqualTo(undisturbed);
      JsonNode first = answer(user, "k=23" + query);
      does(user, "like", TRACKS.get(100), TRACKS.get(101));
      assertThat(rest(first, user, "k=23" + query)).isEqualTo(undisturbed);
      assertThat(all(user, "k=100" + query)).isNotEqualTo(undisturbed);
    }
  }

  @Test
  void whatIsKnownOfEarlierTimesEndsPages() throws Exception {
    does("offline", "like", TRACKS.get(1), TRACKS.get(2));
    String first = "k=5&cursor=" + answer("offline", "k=5").get("next_cursor").asString();
    assertThat(ask("offline", first).status()).isEqualTo(200);
    served.post(
        "/api/events",
        "{\"user_id\":\"offline\",\"track_id\":\"%s\",\"type\":\"like\",\"at\":\"2025-12-31T00:00:00Z\"}"
            .formatted(TRACKS.get(3).id()));
    Reply expired = ask("offline", first);
    assertThat(expired.status()).isEqualTo(410);
    assertThat(expired.json().get("detail").asString())
        .isEqualTo(
            "The first page cannot be continued: what is known of the time before it has changed;"
                + " ask again without the cursor.");
  }

  /** Unless somebody says how many, where there are any. */
  @Test
  void othersStandBetweenTracksOfOneArtist() throws Exception {
    Map<String, List<Track>> byArtist =
        TRACKS.stream().collect(Collectors.groupingBy(track -> track.artists().getFirst()));
    Track liked =
        Collections.max(byArtist.values(), Comparator.comparingInt(List::size)).getFirst();
    String artist = liked.artists().getFirst();
    does("devoted", "like", liked);
    String only = "k=100&versions=all&artist=" + Served.encode(artist);
    long theirs = TRACKS.stream().filter(track -> track.artists().contains(artist)).count();
    assertThat(ids(answer("devoted", only))).hasSize((int) theirs - 1);
    assertThat(ids(answer("devoted", only + "&spacing=3"))).hasSize(1);
    List<List<String>> artists =
        answer("devoted", "k=30").findValues("artists").stream()
            .map(names -> names.valueStream().map(JsonNode::asString).toList())
            .toList();
    for (int i = 0; i < artists.size(); i++) {
      for (int j = Math.max(0, i - 3); j < i; j++) {
        assertThat(artists.get(i)).doesNotContainAnyElementsOf(artists.get(j));
      }
    }
  }

  @Test
  void whatTheyPlayedTakesOnlyWhatWouldHaveFit() throws Exception {
    Map<Boolean, List<Track>> passes =
        TRACKS.stream()
            .collect(Collectors.partitioningBy(track -> Boolean.FALSE.equals(track.explicit())));
    does("elsewhere", "play", passes.get(false).toArray(Track[]::new));
    does("elsewhere", "play", passes.get(true).getFirst());
    String query = "k=100&versions=all&max_per_artist=1&explicit=false";
    JsonNode last = answer("elsewhere", query);
    int answered = ids(last).size();
    while (last.has("next_cursor")) {
      last = answer("elsewhere", query + "&cursor=" + last.get("next_cursor").asString());
      answered += ids(last).size();
    }
    assertThat(last.at("/why_fewer/condition").asString()).isEqualTo("max_per_artist");
    assertThat(last.at("/why_fewer/removed").asInt())
        .isEqualTo(passes.get(true).size() - 1 - answered);
  }

  @Test
  void cursorsOfOtherQuestionsAreRefused() throws Exception {
    does("pages", "like", TRACKS.get(1));
    String cursor = answer("pages", "k=5").get("next_cursor").asString();
    assertRefused(ask("else", "cursor=" + cursor), "cursor", "The cursor belongs to another");
    assertRefused(ask("pages", "alpha=1&cursor=" + cursor), "cursor", "The cursor belongs to");
    assertRefused(ask("pages", "cursor=abc"), "cursor", "The cursor is not one that");
    byte[] forged = Base64.getUrlDecoder().decode(cursor);
    forged[CURSOR_HEADER] = 'x';
    String text = Base64.getUrlEncoder().withoutPadding().encodeToString(forged);
    assertRefused(ask("pages", "cursor=" + text), "cursor", "The cursor is not one that");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          method=rocchio      | method      | There is no parameter 'method'
          seeds=1             | seeds       | There is no parameter 'seeds'
          strategy=popularity | strategy    | strategy is 'popularity', allowed are sound, taste, hybrid
          alpha=1.1           | alpha       | alpha is 1.1, allowed is 0 to 1.
          alpha=x             | alpha       | alpha is 'x', must be a number.
          fusion=best         | fusion      | fusion is 'best', allowed are linear, rrf
          played=no           | played      | played is 'no', allowed are leave_out, keep
          explore=-0.1        | explore     | explore is -0.1, allowed is 0 to 1.
          seed=1.5            | seed        | seed is '1.5', must be a whole number.
          time_of_day=noon    | time_of_day | time_of_day is 'noon', allowed are morning
          mood=odd            | mood        | mood is 'odd', allowed are calm
          k=101               | k           | k is 101, allowed is 1 to 100.
          diversity=2         | diversity   | diversity is 2.0, allowed is 0 to 1.
          """)
  void wrongQuestionsAreNamed(String query, String parameter, String detail) throws Exception {
    assertRefused(ask("ann", query), parameter, detail);
    String[] part = query.split("=", -1);
    if (!part[0].equals("seeds")) {
      String id = TRACKS.getFirst().id();
      String body = "{\"listened\":[\"%s\"],\"%s\":\"%s\"}".formatted(id, part[0], part[1]);
      assertRefused(post(body), parameter, detail);
    }
  }

  @Test
  void wrongListenersAreNamed() throws Exception {
    String id = TRACKS.getFirst().id();
    Reply unknown = post("{\"listened\":[\"x\",\"%s\",\"y\"]}".formatted(id));
    assertThat(unknown.status()).isEqualTo(400);
    assertRefused(unknown, "listened", "No track has the id 'x', 'y'.");
    assertRefused(post("{\"listened\":[]}"), "listened", "listened is 0, allowed is 1 to 1000.");
    String many = String.join(",", Collections.nCopies(1001, "\"" + id + "\""));
    assertRefused(
        post("{\"listened\":[%s]}".formatted(many)),
        "listened",
        "listened is 1001, allowed is 1 to 1000.");
    assertRefused(
        post("{\"seeds\":[{\"track\":\"%s\"}],\"listened\":[\"%s\"]}".formatted(id, id)),
        "listened",
        "seeds and listened are both given, must be one of seeds, user_id, listened.");
    assertRefused(
        post("{\"user_id\":\"ann\",\"listened\":[\"%s\"]}".formatted(id)),
        "listened",
        "user_id and listened are both given");
    assertRefused(ask(" ", ""), "id", "id has 1 characters");
    String tooLong = "u".repeat(129);
    Reply refused = ask(tooLong, "");
    assertRefused(refused, "id", "id has 129 characters");
    assertThat(refused.text()).doesNotContain(tooLong);
    assertRefused(post("{\"user_id\":\" \"}"), "user_id", "user_id has 1 characters");
    assertRefused(post("{\"user_id\":[]}"), "user_id", "user_id is an empty list.");
    assertRefused(
        post("{\"seeds\":[{\"track\":\"%s\"}],\"alpha\":1}".formatted(id)),
        "alpha",
        "There is no parameter 'alpha'");
  }

  private static void assertRefused(Reply reply, String parameter, String detail) {
    assertThat(reply.status()).as(reply.text()).isEqualTo(400);
    assertThat(reply.json().get("parameter").asString()).isEqualTo(parameter);
    assertThat(reply.json().get("detail").asString()).startsWith(detail);
  }

  @Test
  void seedsHaveChanceAndOccasionsToo() throws Exception {
    JsonNode some =
        post("{\"seeds\":[{\"track\":\"%s\"}],\"k\":50,\"explore\":0.4,\"mood\":\"calm\"}"
                .formatted(TRACKS.get(5).id()))
            .json();
    assertThat(some.get("explore").toString()).isEqualTo("{\"share\":0.4,\"seed\":1}");
    assertThat(some.at("/context/targets/acousticness").asDouble()).isEqualTo(.8);
    assertThat(kinds(some)).contains("exploration", "target", "seed");
    assertThat(Set.of("strategy", "known", "alpha")).noneMatch(some::has);
  }
}
