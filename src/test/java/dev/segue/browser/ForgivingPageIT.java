package dev.segue.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Locator;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** Half a title, a typo, a mood: what the page makes of them. */
@ExtendWith(WithBrowser.class)
class ForgivingPageIT {

  @Test
  void completionsAppearWhileTypingAndLeadToTheSong(Visit visit) {
    visit.open("/");
    visit.searchField().focus();
    type(visit, "unheard li");

    Locator options = visit.page().locator("search-field [role=option]");
    assertThat(options.first()).containsText(OddSongs.UNKNOWN.name());
    assertThat(options.first().locator("mark").first()).hasText("Unheard");
    assertThat(visit.searchField()).hasAttribute("aria-expanded", "true");

    visit.press("ArrowDown");
    assertThat(options.first()).hasAttribute("aria-selected", "true");
    assertThat(visit.searchField()).hasAttribute("aria-activedescendant", "completion-0");
    visit.press("Enter");
    assertThat(visit.heading()).hasText(OddSongs.UNKNOWN.name());
    assertThat(visit.page()).hasURL(Pattern.compile("track=" + OddSongs.UNKNOWN.id() + "$"));
    assertThat(options).hasCount(0);
  }

  @Test
  void escapeClosesTheCompletionsBeforeItEmptiesTheField(Visit visit) {
    visit.open("/");
    visit.searchField().focus();
    type(visit, "unh");
    Locator options = visit.page().locator("search-field [role=option]");
    assertThat(options.first()).isVisible();
    assertThat(visit.heading()).hasText("Songs for “unh”");
    assertThat(visit.rows().first()).hasText(OddSongs.UNKNOWN.name());

    visit.press("Escape");
    assertThat(options).hasCount(0);
    assertThat(visit.searchField()).hasValue("unh");
    visit.press("ArrowDown");
    assertThat(visit.rows().first()).isFocused();
  }

  @Test
  void aTypoIsForgivenAndSaid(Visit visit) {
    visit.open("/?q=unheerd+lighthuose");

    assertThat(visit.rows().first()).hasText(OddSongs.UNKNOWN.name());
    Locator other = visit.page().locator("segue-app .other");
    assertThat(other).hasText("Showing results for unheard lighthouse");
    assertThat(other.locator("mark")).hasText(new String[] {"unheard", "lighthouse"});
    other.locator("a").click();
    assertThat(visit.page()).hasURL("/?q=unheard+lighthouse");
    assertThat(other).hasCount(0);
  }

  @Test
  void whatWasAskedForIsMarked(Visit visit) {
    visit.open("/?q=lighthouse+nobody");
    assertThat(visit.rows().first().locator("mark")).hasText("Lighthouse");
    assertThat(visit.page().locator("track-list li").first().locator(".by mark")).hasText("Nobody");
  }

  @Test
  void aScoreShowsWhatItIsMadeOf(Visit visit) {
    visit.open("/?q=calm+music");
    JsonNode first = visit.site().ask("/api/search?q=calm+music").get("tracks").get(0);
    Locator fit = visit.column("match").first();
    for (String part : List.of("popularity", "sound")) {
      double score = first.get("score_parts").get(part).asDouble();
      assertThat(score).isPositive();
      assertThat(fit).containsText("%s %.2f".formatted(part, score));
    }
  }

  @Test
  void wishesAreChipsThatCanBeTakenAway(Visit visit) {
    visit.open("/?q=calm+music+under+3+minutes");
    Locator chips = visit.page().locator("segue-app .chips button");
    assertThat(chips).hasCount(2);
    assertThat(chips.nth(1)).hasAttribute("title", "duration_ms at most 180000");

    visit.button("Leave out under 3 minutes: duration_ms at most 180000").click();
    assertThat(visit.page()).hasURL("/?q=calm+music");
    assertThat(chips).hasCount(1);
  }

  @Test
  void facetsNarrowAndWiden(Visit visit) {
    visit.open("/?q=love");
    JsonNode artist =
        visit.site().ask("/api/search?q=love&facets=true").get("facets").get("artist").get(0);
    String name = artist.get("value").asString();
    int tracks = artist.get("tracks").asInt();
    visit.page().getByText("Narrow down").click();
    Locator button =
        visit
            .page()
            .locator("facet-bar button")
            .filter(new Locator.FilterOptions().setHasText(name))
            .first();
    assertThat(button).hasAttribute("aria-pressed", "false");
    button.click();

    assertThat(visit.page()).hasURL(Pattern.compile("artist="));
    assertThat(visit.rows()).hasCount(Math.min(tracks, 20));
    assertThat(button).hasAttribute("aria-pressed", "true");
    button.click();
    assertThat(visit.page()).hasURL("/?q=love");
  }

  @Test
  void whenNothingFitsItSaysSoAndProposes(Visit visit) {
    visit.open("/?q=unheard+qwertzuiop");
    assertThat(visit.page().getByText("Nothing found for “unheard qwertzuiop”")).isVisible();
    assertThat(visit.rows()).hasCount(0);
    visit.page().locator("segue-app .nearest button").first().click();
    assertThat(visit.heading()).hasText(OddSongs.UNKNOWN.name());
  }

  @Test
  void aBrokenConditionIsSaid(Visit visit) {
    visit.open("/?q=love+energy:%3E7");
    assertThat(visit.page().getByText("Read as plain words: energy is 7, allowed is 0 to 1."))
        .isVisible();
  }

  private static void type(Visit visit, String text) {
    visit.page().keyboard().type(text, new Keyboard.TypeOptions().setDelay(15));
  }
}
