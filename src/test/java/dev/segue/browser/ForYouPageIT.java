package dev.segue.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** What one plays, likes and skips is told to the server, and what comes of it is for oneself. */
@ExtendWith(WithBrowser.class)
class ForYouPageIT {

  @Test
  void aClickIsAnEventThatIsKnownWhenOneComesBack(Visit visit) {
    visit.page().clock().setFixedTime("2026-11-23T18:30:00");
    visit.open("/");
    assertThat(visit.rows()).hasCount(20);
    assertThat(user(visit)).as("nobody is known who did nothing").isNull();
    JsonNode played = visit.site().song(0);
    JsonNode liked = visit.site().song(1);
    JsonNode skipped = visit.site().song(2);
    act(visit, "I played", "Noted: you played", played);
    act(visit, "Like", "Noted: you like", liked);
    act(visit, "Skip", "Noted: you skipped", skipped);

    List<JsonNode> events = events(visit);
    assertThat(events)
        .extracting(each -> each.get("type").asString() + " " + each.get("track_id").asString())
        .containsExactly(
            "play " + Site.id(played), "like " + Site.id(liked), "skip " + Site.id(skipped));
    assertThat(events)
        .allSatisfy(
            each ->
                assertThat(each.get("context").toString())
                    .contains("\"device\":\"page\"", "\"time_of_day\":\"evening\""));

    visit.open("/?track=" + Site.id(liked));
    assertThat(visit.button("Like " + label(liked))).hasAttribute("aria-pressed", "true");
    assertThat(visit.button("Skip " + label(liked))).hasAttribute("aria-pressed", "false");
    visit.button("Like " + label(liked)).click();
    act(visit, "I played", "Noted: you played", liked);
    assertThat(events(visit)).as("a like is one, however often it is pressed").hasSize(4);
  }

  @Test
  void itBeginsWithWhatIsPopularAndGoesByWhatIsLiked(Visit visit) {
    visit.open("/");
    visit.link("For you").click();
    assertThat(visit.page()).hasURL("/?view=for-you");
    assertThat(visit.page()).hasTitle("For you · Segue");
    assertThat(visit.heading()).hasText("For you");
    assertThat(why(visit))
        .hasText(
            "Nothing is known yet that you like, so this is what many like."
                + " Play or like songs, and this becomes yours.");
    assertThat(visit.rows()).hasText(wanted(visit, ""));

    JsonNode liked = answer(visit, "").at("/tracks/3/track");
    act(visit, "Like", "Noted: you like", liked);
    assertThat(why(visit)).containsText("By the sound of the one song that you like");
    assertThat(visit.rows()).hasText(wanted(visit, ""));
    assertThat(visit.names()).doesNotContain(Site.name(liked));
    assertThat(visit.page().locator("track-list .note").first())
        .containsText("like " + Site.name(liked));
    assertThat(visit.rows().nth(3)).isFocused();

    visit.page().getByText("Back to all songs").click();
    assertThat(visit.heading()).hasText("Popular songs");
    act(visit, "Like", "Noted: you like", visit.site().song(7));
    visit.link("For you").click();
    assertThat(why(visit)).containsText("By the sound of the 2 songs that you like");
  }

  @Test
  void aSkippedSongIsGoneAndAPlayedOneStaysForNow(Visit visit) {
    visit.open("/?view=for-you");
    JsonNode answer = answer(visit, "");
    JsonNode skipped = answer.at("/tracks/0/track");
    JsonNode played = answer.at("/tracks/1/track");
    act(visit, "I played", "Noted: you played", played);
    assertThat(visit.button("I played " + label(played))).hasAttribute("aria-pressed", "true");
    act(visit, "Skip", "Noted: you skipped", skipped);
    assertThat(visit.button("Skip " + label(skipped))).hasCount(0);
    assertThat(visit.button("I played " + label(played))).hasCount(0);
    assertThat(visit.rows()).hasText(wanted(visit, ""));
  }

  @Test
  void wishesStandInTheAddressAndHoldForMore(Visit visit) {
    visit.open("/?view=for-you&explore=0.5");
    act(visit, "Like", "Noted: you like", answer(visit, "&explore=0.5").at("/tracks/0/track"));
    assertThat(visit.slider("Surprise")).hasValue("0.5");
    visit.choice("Go by").selectOption("sound");
    visit.choice("Time of day").selectOption("night");
    visit.choice("Mood").selectOption("calm");
    String wishes = "&strategy=sound&explore=0.5&time_of_day=night&mood=calm";
    assertThat(visit.page()).hasURL("/?view=for-you" + wishes);
    assertThat(visit.rows()).hasText(wanted(visit, wishes));

    visit.button("Surprise: none").click();
    String others = "&strategy=sound&time_of_day=night&mood=calm&min_popularity=20";
    visit.popularitySlider().fill("20");
    assertThat(visit.rows()).hasText(wanted(visit, others));
    visit.button("Show more songs").click();
    assertThat(visit.status()).hasText("Showing 40 songs for you");
    assertThat(visit.rows()).hasText(wanted(visit, others + "&k=40"));
  }

  @Test
  void whatBothTasteAndSoundSayIsShownInShares(Visit visit) {
    visit
        .page()
        .route(
            "**/recommendations**",
            route -> {
              APIResponse sound = route.fetch();
              String hybrid =
                  sound
                      .text()
                      .replace(
                          "\"strategy\":\"popularity\"", "\"strategy\":\"hybrid\",\"alpha\":0.3");
              route.fulfill(new Route.FulfillOptions().setResponse(sound).setBody(hybrid));
            });
    visit.open("/?view=for-you");
    assertThat(why(visit)).containsText("70% taste, 30% sound.");
  }

  @Test
  void oneIsForgottenOnceOneSaysSoTwice(Visit visit) {
    visit.open("/?view=for-you");
    JsonNode liked = answer(visit, "").at("/tracks/0/track");
    act(visit, "Like", "Noted: you like", liked);
    assertThat(why(visit)).containsText("one song");
    String before = user(visit);
    visit.button("Forget me").click();
    visit.button("Keep it").click();
    assertThat(visit.button("Forget me")).isFocused();
    assertThat(events(visit)).hasSize(1);

    visit.button("Forget me").click();
    visit.button("Forget it all").click();
    assertThat(visit.status()).hasText("Forgotten");
    assertThat(why(visit)).containsText("Nothing is known yet");
    assertThat(visit.button("Like " + label(liked))).hasAttribute("aria-pressed", "false");
    assertThat(visit.heading()).isFocused();
    assertThat(user(visit)).isNotEqualTo(before);
    assertThat(visit.site().ask("/api/users/" + before + "/events").get("events")).isEmpty();
  }

  @Test
  void aServerThatDoesNotListenIsToldOnce(Visit visit) {
    visit.expectTrouble();
    refuse(visit, 404, "not_listening", "Not listening");
    visit.open("/");
    JsonNode song = visit.site().song(0);
    visit.button("Like " + label(song)).click();
    assertThat(visit.alert())
        .hasText(
            "This server does not listen: “%s” could not be noted.".formatted(Site.name(song)));
    assertThat(visit.page().locator("listen-buttons")).hasCount(0);
    assertThat(visit.link("For you")).hasCount(0);
    assertThat(visit.button("More like " + Site.name(song))).isVisible();

    visit.open("/?view=for-you");
    assertThat(visit.alert()).containsText("Not listening");
  }

  @Test
  void whatCouldNotBeNotedCanBeTriedAgain(Visit visit) {
    visit.expectTrouble();
    refuse(visit, 503, "listening_unavailable", "Listening unavailable");
    visit.open("/");
    JsonNode song = visit.site().song(0);
    Locator like = visit.button("Like " + label(song));
    like.click();
    assertThat(visit.alert())
        .hasText(
            "Listening unavailable: “%s” could not be noted. Try again."
                .formatted(Site.name(song)));
    assertThat(like).hasAttribute("aria-pressed", "false");

    visit.page().unrouteAll();
    act(visit, "Like", "Noted: you like", song);
    assertThat(visit.alert()).hasCount(0);
    assertThat(events(visit)).hasSize(1);
  }

  /** As a server does that has no log, or whose log is away. */
  private static void refuse(Visit visit, int status, String code, String title) {
    visit
        .page()
        .route(
            url -> url.contains("/api/events") || url.contains("/api/users/"),
            route ->
                route.fulfill(
                    new Route.FulfillOptions()
                        .setStatus(status)
                        .setContentType("application/problem+json")
                        .setBody(
                            "{\"status\": %d, \"code\": \"%s\", \"title\": \"%s\"}"
                                .formatted(status, code, title))));
  }

  /** Presses a button of a song, and waits until the server has taken it. */
  private static void act(Visit visit, String button, String noted, JsonNode song) {
    visit.button(button + " " + label(song)).click();
    assertThat(visit.status()).containsText(noted + " " + Site.name(song));
  }

  private static String label(JsonNode song) {
    return Site.name(song)
        + " – "
        + String.join(", ", song.get("artists").valueStream().map(JsonNode::asString).toList());
  }

  private static Locator why(Visit visit) {
    return visit.page().locator("segue-app .why");
  }

  /** What the browser calls its visitor; null before that matters. */
  private static String user(Visit visit) {
    return (String) visit.page().evaluate("localStorage.getItem('segue.user')");
  }

  private static List<JsonNode> events(Visit visit) {
    return visit
        .site()
        .ask("/api/users/" + user(visit) + "/events")
        .get("events")
        .valueStream()
        .toList();
  }

  /** What the API answers this visitor, once the page has asked. */
  private static JsonNode answer(Visit visit, String wishes) {
    assertThat(visit.rows().first()).isVisible();
    String k = wishes.contains("k=") ? "" : "&k=20";
    return visit
        .site()
        .ask(
            "/api/users/"
                + user(visit)
                + "/recommendations?"
                + wishes.substring(Math.min(1, wishes.length()))
                + k);
  }

  private static String[] wanted(Visit visit, String wishes) {
    return Site.names(answer(visit, wishes)).toArray(String[]::new);
  }
}
