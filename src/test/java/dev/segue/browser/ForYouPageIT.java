package dev.segue.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.segue.browser.ForVisitor.act;
import static dev.segue.browser.ForVisitor.answer;
import static dev.segue.browser.ForVisitor.events;
import static dev.segue.browser.ForVisitor.label;
import static dev.segue.browser.ForVisitor.note;
import static dev.segue.browser.ForVisitor.user;
import static dev.segue.browser.ForVisitor.wanted;
import static dev.segue.browser.ForVisitor.why;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/**
 * What one plays, likes and dislikes is told to the server, and what comes of it is for oneself.
 */
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
    JsonNode disliked = visit.site().song(2);
    act(visit, "I played", "Noted: you played", played);
    act(visit, "Like", "Noted: you like", liked);
    act(visit, "Dislike", "Noted: you dislike", disliked);

    List<JsonNode> events = events(visit);
    assertThat(events)
        .extracting(each -> each.get("type").asString() + " " + each.get("track_id").asString())
        .containsExactly(
            "play " + Site.id(played), "like " + Site.id(liked), "dislike " + Site.id(disliked));
    assertThat(events)
        .allSatisfy(
            each ->
                assertThat(each.get("context").toString())
                    .contains("\"device\":\"page\"", "\"time_of_day\":\"evening\""));

    visit.open("/?track=" + Site.id(liked));
    assertThat(visit.button("Like " + label(liked))).hasAttribute("aria-pressed", "true");
    assertThat(visit.button("Dislike " + label(liked))).hasAttribute("aria-pressed", "false");
    visit.button("I played " + label(liked)).dblclick();
    assertThat(visit.status()).containsText("Noted: you played " + Site.name(liked));
    assertThat(events(visit)).as("a double click is one event").hasSize(4);
  }

  @Test
  void anOpinionIsTakenBackWhereItIsPressedAgain(Visit visit) {
    visit.open("/");
    assertThat(visit.rows()).hasCount(20);
    JsonNode song = visit.site().song(1);
    act(visit, "I played", "Noted: you played", song);
    act(visit, "Like", "Noted: you like", song);
    act(visit, "Dislike", "Noted: you dislike", song);
    assertThat(events(visit)).hasSize(3);
    act(visit, "Dislike", "Taken back: you dislike", song);
    assertThat(visit.button("Dislike " + label(song))).hasAttribute("aria-pressed", "false");
    assertThat(visit.button("Like " + label(song))).hasAttribute("aria-pressed", "false");
    assertThat(visit.button("I played " + label(song))).hasAttribute("aria-pressed", "true");
    assertThat(events(visit)).as("the like before it is no opinion either").hasSize(1);

    visit.button("Like " + label(song)).dblclick();
    assertThat(visit.status()).containsText("Noted: you like " + Site.name(song));
    visit.open("/?track=" + Site.id(song));
    assertThat(visit.button("Like " + label(song))).hasAttribute("aria-pressed", "true");
    visit.button("Like " + label(song)).focus();
    visit.page().keyboard().down("Enter");
    visit.page().keyboard().down("Enter"); // as a key does that is held
    visit.page().keyboard().up("Enter");
    assertThat(visit.status()).containsText("Taken back: you like " + Site.name(song));
    assertThat(visit.button("Like " + label(song))).hasAttribute("aria-pressed", "false");
    assertThat(events(visit)).as("told on an earlier visit").hasSize(1);
  }

  @Test
  void anOpinionOfAnotherTabIsTakenBackToo(Visit visit) {
    visit.open("/");
    assertThat(visit.rows()).hasCount(20);
    JsonNode song = visit.site().song(1);
    act(visit, "Like", "Noted: you like", song);
    Page other = visit.page().context().newPage();
    other.navigate(visit.page().url());
    Locator like =
        other.getByRole(
            AriaRole.BUTTON,
            new Page.GetByRoleOptions().setName("Like " + label(song)).setExact(true));
    assertThat(like).hasAttribute("aria-pressed", "true");
    like.click();
    assertThat(like).hasAttribute("aria-pressed", "false");
    like.click();
    assertThat(like).hasAttribute("aria-pressed", "true");
    act(visit, "Like", "Taken back: you like", song);
    assertThat(events(visit)).isEmpty();
  }

  @Test
  void ofLikeAndDislikeTheLastCounts(Visit visit) {
    visit.open("/");
    JsonNode song = visit.site().song(0);
    act(visit, "Like", "Noted: you like", song);
    act(visit, "Dislike", "Noted: you dislike", song);
    expectOpinion(visit, song, "Dislike", "Like");
    visit.open("/");
    expectOpinion(visit, song, "Dislike", "Like");
    act(visit, "Like", "Noted: you like", song);
    expectOpinion(visit, song, "Like", "Dislike");
  }

  private static void expectOpinion(Visit visit, JsonNode song, String pressed, String other) {
    assertThat(visit.button(pressed + " " + label(song))).hasAttribute("aria-pressed", "true");
    assertThat(visit.button(other + " " + label(song))).hasAttribute("aria-pressed", "false");
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

    assertThat(visit.link("For you")).hasAttribute("aria-current", "page");

    JsonNode liked = answer(visit, "").at("/tracks/3/track");
    act(visit, "Like", "Noted: you like", liked);
    visit.button("Show what follows").click();
    assertThat(why(visit)).containsText("By the sound of the one song that you like");
    assertThat(visit.rows()).hasText(wanted(visit, ""));
    assertThat(visit.names()).doesNotContain(Site.name(liked));
    assertThat(visit.page().locator("track-list .note").first())
        .containsText("like " + Site.name(liked));
    assertThat(visit.heading()).isFocused();
    assertThat(note(visit)).hasCount(0);

    visit.page().getByText("Back to all songs").click();
    assertThat(visit.heading()).hasText("Popular songs");
    assertThat(visit.link("For you")).not().hasAttribute("aria-current", "page");
    act(visit, "Like", "Noted: you like", visit.site().song(7));
    visit.button("Show what follows").click();
    assertThat(visit.page()).hasURL("/?view=for-you");
    assertThat(why(visit)).containsText("By the sound of the 2 songs that you like");
  }

  @Test
  void theListStaysUnderOnesHand(Visit visit) {
    visit.open("/?view=for-you");
    for (int rows : List.of(40, 60)) {
      visit.button("Show more songs").click();
      assertThat(visit.rows()).hasCount(rows);
    }
    List<String> before = visit.names();
    JsonNode liked = answer(visit, "&k=60").at("/tracks/50/track");
    Locator like = visit.button("Like " + label(liked));
    like.scrollIntoViewIfNeeded();
    int scroll = visit.number("scrollY");
    act(visit, "Like", "Noted: you like", liked);
    assertThat(note(visit)).containsText("Noted: you like " + Site.name(liked));
    assertThat(note(visit)).isInViewport();
    assertThat(like).hasAttribute("aria-pressed", "true");
    assertThat(like).isFocused();
    assertThat(visit.names()).isEqualTo(before);
    assertThat(visit.number("scrollY")).isEqualTo(scroll);

    visit.rows().nth(51).click();
    assertThat(visit.heading()).hasText(before.get(51));
    visit.page().getByText("Back to what is for you").click();
    assertThat(visit.rows().nth(51)).isFocused();
    assertThat(visit.names()).isEqualTo(before);

    visit.page().getByText("Back to all songs").click();
    assertThat(visit.heading()).hasText("Popular songs");
    assertThat(note(visit)).hasCount(0); // it stays where it was said
    visit.link("For you").click();
    assertThat(why(visit)).containsText("By the sound of the one song that you like");
  }

  @Test
  void aDislikedSongIsGoneWhenOneAsksAgain(Visit visit) {
    visit.open("/?view=for-you");
    JsonNode answer = answer(visit, "");
    JsonNode disliked = answer.at("/tracks/0/track");
    JsonNode played = answer.at("/tracks/1/track");
    act(visit, "I played", "Noted: you played", played);
    act(visit, "Dislike", "Noted: you dislike", disliked);
    assertThat(visit.names()).isEqualTo(Site.names(answer));
    visit.button("Show what follows").click();
    assertThat(visit.button("Dislike " + label(disliked))).hasCount(0);
    assertThat(visit.button("I played " + label(played))).hasCount(0);
    assertThat(visit.rows()).hasText(wanted(visit, ""));
  }

  @Test
  void wishesStandInTheAddressAndHoldForMore(Visit visit) {
    visit.open("/?view=for-you&explore=0.5");
    act(visit, "Like", "Noted: you like", answer(visit, "&explore=0.5").at("/tracks/0/track"));
    assertThat(events(visit).getFirst().get("context").has("mood")).isFalse();
    assertThat(visit.slider("Surprise")).hasValue("0.5");
    visit.choice("Go by").selectOption("sound");
    visit.choice("Time of day").selectOption("night");
    visit.choice("Mood").selectOption("calm");
    String wishes = "&strategy=sound&explore=0.5&time_of_day=night&mood=calm";
    assertThat(visit.page()).hasURL("/?view=for-you" + wishes);
    assertThat(visit.rows()).hasText(wanted(visit, wishes));
    JsonNode played = answer(visit, wishes).at("/tracks/0/track");
    act(visit, "I played", "Noted: you played", played);
    assertThat(events(visit).getLast().get("context").toString())
        .as("habits are learned from what the songs were for")
        .contains("\"mood\":\"calm\"", "\"time_of_day\":\"night\"");

    visit.button("Surprise: none").click();
    String others = "&strategy=sound&time_of_day=night&mood=calm&min_popularity=20";
    visit.popularitySlider().fill("20");
    assertThat(visit.page()).hasURL(Pattern.compile("min_popularity=20"));
    assertThat(visit.rows()).hasText(wanted(visit, others));
    visit.button("Show more songs").click();
    assertThat(visit.status()).hasText("Showing 40 songs for you");
    assertThat(visit.rows()).hasText(wanted(visit, others + "&k=40"));
  }

  @Test
  void oneIsForgottenOnceOneSaysSoTwice(Visit visit) {
    visit.open("/?view=for-you");
    JsonNode liked = answer(visit, "").at("/tracks/0/track");
    act(visit, "Like", "Noted: you like", liked);
    String before = user(visit);
    visit.button("Forget me").click();
    visit.button("Keep it").click();
    assertThat(visit.button("Forget me")).isFocused();
    assertThat(events(visit)).hasSize(1);

    visit.button("Forget me").click();
    visit.button("Forget it all").click();
    assertThat(visit.status()).hasText("Forgotten");
    assertThat(note(visit)).hasCount(0);
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
}
