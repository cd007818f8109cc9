package dev.segue.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** A mix of songs, some to be like and some not, and what fits it. */
@ExtendWith(WithBrowser.class)
class MixPageIT {
  private static final int PAGE = 20;

  @Test
  void aSongIsAddedAndWhatFitsIsShownWithReasons(Visit visit) {
    visit.open("/");
    JsonNode liked = track(visit, 0);
    JsonNode disliked = track(visit, 3);
    visit.button("More like " + name(liked)).click();
    visit.button("Less like " + name(disliked)).click();
    assertThat(seeds(visit))
        .containsText(new String[] {"+like " + name(liked), "−not like " + name(disliked)});
    String mix = "like=%s&less=%s".formatted(id(liked), id(disliked));
    assertThat(visit.page()).hasURL("/?" + mix);

    fits(visit).click();
    assertThat(visit.page()).hasURL("/?" + mix + "&view=mix");
    assertThat(visit.page()).hasTitle("Your mix · Segue");
    assertThat(visit.heading()).hasText("Songs for your mix");
    assertThat(visit.status()).hasText("20 songs for your mix");
    JsonNode answer = answer(visit, id(liked), id(disliked), "");
    assertThat(visit.names()).isEqualTo(Site.names(answer)).doesNotContain(name(liked));
    List<String> reasons = new ArrayList<>();
    for (JsonNode hit : answer.get("tracks")) {
      reasons.add(
          String.join(
              " · ",
              hit.get("reasons").valueStream().map(each -> each.get("text").asString()).toList()));
    }
    assertThat(visit.page().locator("track-list .note").allInnerTexts()).isEqualTo(reasons);

    visit.page().goBack();
    assertThat(visit.page()).hasURL("/?" + mix);
    assertThat(visit.heading()).hasText("Popular songs");
  }

  @Test
  void aButtonPressedAgainTakesTheSongOutAndTheOtherMovesIt(Visit visit) {
    visit.open("/");
    String name = name(track(visit, 1));
    Locator more = visit.button("More like " + name);
    Locator less = visit.button("Less like " + name);
    more.click();
    assertThat(more).hasAttribute("aria-pressed", "true");
    less.click();
    assertThat(more).hasAttribute("aria-pressed", "false");
    assertThat(less).hasAttribute("aria-pressed", "true");
    assertThat(seeds(visit)).containsText(new String[] {"−not like " + name});
    less.click();
    assertThat(visit.page().locator("mix-basket")).hasCount(0);
    assertThat(visit.page()).hasURL("/");

    more.click();
    visit.button("Take %s out of the mix".formatted(name)).click();
    assertThat(visit.page().locator("mix-basket")).hasCount(0);
    assertThat(more).hasAttribute("aria-pressed", "false");
  }

  @Test
  void aMixIsALinkAndWaitsWhileOneSearches(Visit visit) {
    JsonNode first = track(visit, 0);
    JsonNode second = track(visit, 1);
    String mix = "like=%s&like=%s".formatted(id(first), id(second));
    visit.open("/?" + mix + "&view=mix");
    assertThat(seeds(visit))
        .containsText(new String[] {"+like " + name(first), "+like " + name(second)});
    assertThat(visit.rows()).hasCount(PAGE);

    visit.searchField().fill("love");
    assertThat(visit.heading()).hasText("Songs for “love”");
    assertThat(visit.page()).hasURL("/?q=love&" + mix);
    assertThat(seeds(visit)).hasCount(2);
    visit.press("Enter"); // the completions go
    fits(visit).click();
    assertThat(visit.heading()).hasText("Songs for your mix");

    visit.button("Empty it").click();
    assertThat(visit.page()).hasURL("/?q=love");
    assertThat(visit.heading()).hasText("Songs for “love”");
  }

  @Test
  void aSongOfTheMixLeadsOnAndBack(Visit visit) {
    String like = id(track(visit, 2));
    visit.open("/?like=" + like + "&view=mix");
    assertThat(visit.rows()).hasCount(PAGE);
    List<String> names = visit.names();
    visit.rows().nth(4).click();
    assertThat(visit.heading()).hasText(names.get(4));
    visit.button("More like " + names.get(4)).first().click();
    assertThat(seeds(visit)).hasCount(2);
    visit.page().getByText("Back to your mix").click();
    assertThat(visit.heading()).hasText("Songs for your mix");
    assertThat(visit.rows()).hasCount(PAGE);
    assertThat(visit.names()).doesNotContain(names.get(4));
  }

  @Test
  void moreGoesOnAndFiltersHold(Visit visit) {
    String like = id(track(visit, 0));
    visit.open("/?min_popularity=40&like=" + like + "&view=mix");
    assertThat(visit.rows()).hasCount(PAGE);
    visit.button("Show more songs").click();
    assertThat(visit.rows()).hasCount(2 * PAGE);
    assertThat(visit.status()).hasText("Showing 40 songs for your mix");
    JsonNode answer = answer(visit, like, null, ", \"min_popularity\": 40, \"k\": 40");
    assertThat(visit.names()).isEqualTo(Site.names(answer));
  }

  @Test
  void withoutASongToBeLikeThereIsNothingToShow(Visit visit) {
    visit.open("/?less=" + id(track(visit, 0)) + "&view=mix");
    assertThat(visit.page().getByText("Nothing in your mix to be like")).isVisible();
    assertThat(fits(visit)).hasCount(0);
  }

  @Test
  void aFullMixSaysSoAndTakesNoMore(Visit visit) {
    List<String> likes = new ArrayList<>();
    for (JsonNode hit : visit.site().ask("/api/search?limit=100").get("tracks")) {
      likes.add("like=" + id(hit.get("track")));
    }
    String next = name(track(visit, 0));
    visit.open("/?" + String.join("&", likes.subList(1, 51)));
    assertThat(seeds(visit)).hasCount(50);
    assertThat(visit.page().getByText("Your mix, full")).isVisible();
    visit.button("More like " + next).click();
    assertThat(visit.status()).hasText("A mix has 50 seeds at most");
    assertThat(seeds(visit)).hasCount(50);
    visit.page().locator("mix-basket li button").first().click();
    assertThat(visit.page().getByText("Your mix, full")).hasCount(0);
    visit.button("More like " + next).click();
    assertThat(seeds(visit)).hasCount(50);
  }

  @Test
  void aSongThatIsGoneIsTold(Visit visit) {
    visit.expectTrouble();
    visit.open("/?like=nope&view=mix");
    assertThat(seeds(visit)).containsText(new String[] {"+like nope"});
    assertThat(visit.alert()).containsText("No track has the id 'nope'");
  }

  private static Locator seeds(Visit visit) {
    return visit.page().locator("mix-basket li");
  }

  private static Locator fits(Visit visit) {
    return visit.page().getByText("Show what fits");
  }

  /** The track on a row of the start page. */
  private static JsonNode track(Visit visit, int row) {
    return visit.site().ask("/api/search?limit=20").at("/tracks/%d/track".formatted(row));
  }

  private static String id(JsonNode track) {
    return track.get("id").asString();
  }

  private static String name(JsonNode track) {
    return track.get("name").asString();
  }

  private static JsonNode answer(Visit visit, String like, String less, String more) {
    String disliked = less == null ? "" : ", {\"track\": \"%s\", \"weight\": -1}".formatted(less);
    String k = more.contains("\"k\"") ? "" : ", \"k\": 20";
    return visit
        .site()
        .post(
            "/api/recommendations",
            "{\"seeds\": [{\"track\": \"%s\"}%s]%s%s}".formatted(like, disliked, k, more));
  }
}
