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
    JsonNode liked = visit.site().song(0);
    JsonNode disliked = visit.site().song(3);
    visit.button("More like " + Site.name(liked)).click();
    visit.button("Less like " + Site.name(disliked)).click();
    assertThat(visit.seeds())
        .containsText(
            new String[] {"+like " + Site.name(liked), "−not like " + Site.name(disliked)});
    String mix = "like=%s&less=%s".formatted(Site.id(liked), Site.id(disliked));
    assertThat(visit.page()).hasURL("/?" + mix);

    visit.link("Show what fits").click();
    assertThat(visit.page()).hasURL("/?" + mix + "&view=mix");
    assertThat(visit.page()).hasTitle("Your mix · Segue");
    assertThat(visit.heading()).hasText("Songs for your mix");
    assertThat(visit.status()).hasText("20 songs for your mix");
    JsonNode answer = answer(visit, Site.id(liked), Site.id(disliked), "");
    assertThat(visit.names()).isEqualTo(Site.names(answer)).doesNotContain(Site.name(liked));
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
    String name = Site.name(visit.site().song(1));
    Locator more = visit.button("More like " + name);
    Locator less = visit.button("Less like " + name);
    more.click();
    assertThat(more).hasAttribute("aria-pressed", "true");
    less.click();
    assertThat(more).hasAttribute("aria-pressed", "false");
    assertThat(less).hasAttribute("aria-pressed", "true");
    assertThat(visit.seeds()).containsText(new String[] {"−not like " + name});
    less.click();
    assertThat(visit.page().locator("mix-basket")).hasCount(0);
    assertThat(visit.page()).hasURL("/");

    more.click();
    visit.button("Take %s out of the mix".formatted(name)).click();
    assertThat(visit.page().locator("mix-basket")).hasCount(0);
    assertThat(more).hasAttribute("aria-pressed", "false");
    assertThat(visit.heading()).isFocused();
  }

  @Test
  void theFocusGoesFromASeedThatIsTakenOutToTheNext(Visit visit) {
    visit.open(
        "/?like=%s&like=%s"
            .formatted(Site.id(visit.site().song(0)), Site.id(visit.site().song(1))));
    visit.button("Take %s out of the mix".formatted(Site.name(visit.site().song(0)))).click();
    assertThat(visit.button("Take %s out of the mix".formatted(Site.name(visit.site().song(1)))))
        .isFocused();
  }

  @Test
  void aMixIsALinkAndWaitsWhileOneSearches(Visit visit) {
    JsonNode first = visit.site().song(0);
    JsonNode second = visit.site().song(1);
    String mix = "like=%s&like=%s".formatted(Site.id(first), Site.id(second));
    visit.open("/?" + mix + "&view=mix");
    assertThat(visit.seeds())
        .containsText(new String[] {"+like " + Site.name(first), "+like " + Site.name(second)});
    assertThat(visit.rows()).hasCount(PAGE);

    visit.searchField().fill("love");
    assertThat(visit.heading()).hasText("Songs for “love”");
    assertThat(visit.page()).hasURL("/?q=love&" + mix);
    assertThat(visit.seeds()).hasCount(2);
    visit.press("Enter"); // the completions go
    visit.link("Show what fits").click();
    assertThat(visit.heading()).hasText("Songs for your mix");

    visit.button("Empty it").click();
    assertThat(visit.page()).hasURL("/?q=love");
    assertThat(visit.heading()).hasText("Songs for “love”");
  }

  @Test
  void aSongOfTheMixLeadsOnAndBack(Visit visit) {
    String like = Site.id(visit.site().song(2));
    visit.open("/?like=" + like + "&view=mix");
    assertThat(visit.rows()).hasCount(PAGE);
    List<String> names = visit.names();
    visit.rows().nth(4).click();
    assertThat(visit.heading()).hasText(names.get(4));
    visit.button("More like " + names.get(4)).first().click();
    assertThat(visit.seeds()).hasCount(2);
    String added = visit.page().url().replaceFirst(".*[?&]track=([^&]+).*", "$1");
    visit.page().getByText("Back to your mix").click();
    assertThat(visit.heading()).hasText("Songs for your mix");
    JsonNode answer =
        visit
            .site()
            .post(
                "/api/recommendations",
                "{\"seeds\": [{\"track\": \"%s\"}, {\"track\": \"%s\"}], \"k\": 20}"
                    .formatted(like, added));
    assertThat(visit.rows()).hasText(Site.names(answer).toArray(String[]::new));
  }

  @Test
  void moreGoesOnAndFiltersHold(Visit visit) {
    String like = Site.id(visit.site().song(0));
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
    visit.open("/?less=" + Site.id(visit.site().song(0)) + "&view=mix");
    assertThat(visit.page().getByText("Nothing in your mix to be like")).isVisible();
    assertThat(visit.link("Show what fits")).hasCount(0);
  }

  @Test
  void aFullMixSaysSoAndTakesNoMore(Visit visit) {
    List<String> likes = new ArrayList<>();
    for (JsonNode hit : visit.site().ask("/api/search?limit=100").get("tracks")) {
      likes.add("like=" + Site.id(hit.get("track")));
    }
    String next = Site.name(visit.site().song(0));
    visit.open("/?" + String.join("&", likes.subList(1, 51)));
    assertThat(visit.seeds()).hasCount(50);
    assertThat(visit.page().getByText("Your mix, full")).isVisible();
    visit.button("More like " + next).click();
    assertThat(visit.status()).hasText("A mix has 50 seeds at most");
    assertThat(visit.seeds()).hasCount(50);
    visit.page().locator("mix-basket li button").first().click();
    assertThat(visit.page().getByText("Your mix, full")).hasCount(0);
    visit.button("More like " + next).click();
    assertThat(visit.seeds()).hasCount(50);

    visit.open("/?" + String.join("&", likes.subList(1, 53)));
    assertThat(visit.page().getByText("Your mix: 52 of at most 50, take 2 out")).isVisible();
    visit.page().locator("mix-basket li button").first().click();
    assertThat(visit.seeds()).hasCount(51);
  }

  @Test
  void aSongThatIsGoneIsTold(Visit visit) {
    visit.expectTrouble();
    visit.open("/?like=nope&view=mix");
    assertThat(visit.seeds()).containsText(new String[] {"+like nope"});
    assertThat(visit.alert()).containsText("No track has the id 'nope'");
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
