package dev.segue.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** The start page, and searching while one types. */
@ExtendWith(WithBrowser.class)
class SearchPageIT {
  private static final int PAGE = 20;

  @Test
  void itStartsWithThePopularSongsMostPopularFirst(Visit visit) {
    visit.open("/");

    assertThat(visit.heading()).hasText("Popular songs");
    assertThat(visit.rows()).hasCount(PAGE);
    assertThat(visit.names()).isEqualTo(Site.names(visit.site().ask("/api/search?limit=20")));
    List<Integer> popularity =
        visit.column("popularity").allInnerTexts().stream().map(SearchPageIT::digits).toList();
    assertThat(popularity).isSortedAccordingTo(Comparator.reverseOrder());
    assertThat(visit.page()).hasTitle("Segue");
  }

  @Test
  void theFooterSaysWhatTheIndexHolds(Visit visit) {
    JsonNode stats = visit.site().ask("/api/stats");
    visit.open("/");

    Locator footer = visit.page().getByRole(AriaRole.CONTENTINFO);
    assertThat(footer)
        .containsText(String.format(Locale.ENGLISH, "%,d tracks", stats.get("tracks").asInt()));
    assertThat(footer).containsText("from catalogue.csv");
    assertThat(footer).containsText("generation " + stats.get("generation").asLong());
    assertThat(footer).containsText("Segue " + stats.get("version").asString());
    assertThat(footer.getByRole(AriaRole.LINK)).hasAttribute("href", "/docs");
  }

  @Test
  void slashLeadsToTheFieldAndTypingFindsSongs(Visit visit) {
    visit.open("/");
    assertThat(visit.rows()).hasCount(PAGE);
    int steps = visit.number("history.length");

    visit.press("/");
    assertThat(visit.searchField()).isFocused();
    visit.page().keyboard().type("unheard light", new Keyboard.TypeOptions().setDelay(15));

    assertThat(visit.rows().first()).hasText(OddSongs.UNKNOWN.name());
    assertThat(visit.page()).hasURL("/?q=unheard+light");
    assertThat(visit.heading()).hasText("Songs for “unheard light”");
    int total = visit.site().ask("/api/search?q=unheard+light").get("total").asInt();
    assertThat(visit.status()).containsText(total + (total == 1 ? " song found" : " songs found"));
    assertThat(visit.page()).hasTitle("unheard light · Segue");
    assertThat(visit.number("history.length")).as("typing is one step").isEqualTo(steps + 1);

    visit.page().goBack();
    assertThat(visit.heading()).hasText("Popular songs");
    assertThat(visit.searchField()).hasValue("");
  }

  @Test
  void theKeyboardAloneLeadsToSimilarSongsAndBack(Visit visit) {
    visit.open("/?q=love");
    Locator second = visit.rows().nth(1);
    String name = second.innerText();
    visit.searchField().focus();

    visit.press("ArrowDown");
    assertThat(visit.rows().first()).isFocused();
    visit.press("ArrowUp");
    assertThat(visit.searchField()).isFocused();
    visit.press("ArrowDown", "End");
    assertThat(visit.rows().last()).isFocused();
    visit.press("Home", "ArrowDown", "Enter");

    assertThat(visit.heading()).hasText(name);
    assertThat(visit.heading()).isFocused();
    assertThat(visit.page()).hasURL(Pattern.compile("/\\?q=love&track=\\w+$"));

    visit.press("Escape");
    assertThat(visit.page()).hasURL("/?q=love");
    assertThat(second).hasText(name);
    assertThat(second).isFocused();

    visit.press("Escape");
    assertThat(visit.page()).hasURL("/");
    assertThat(visit.searchField()).hasValue("");
    assertThat(visit.searchField()).isFocused();
    assertThat(visit.heading()).hasText("Popular songs");
  }

  @Test
  void moreSongsFollowWithoutRepetition(Visit visit) {
    visit.open("/");
    visit.button("Show more songs").click();

    assertThat(visit.rows()).hasCount(2 * PAGE);
    assertThat(visit.rows().nth(PAGE)).isFocused();
    assertThat(visit.status()).containsText("Showing 40 of");
    List<String> shown = visit.rows().all().stream().map(row -> row.getAttribute("href")).toList();
    assertThat(shown).doesNotHaveDuplicates();
    assertThat(visit.names()).isEqualTo(Site.names(visit.site().ask("/api/search?limit=40")));
  }

  @Test
  void theLastPageHasNoMore(Visit visit) {
    visit.open("/?q=unheard+lighthouse");
    assertThat(visit.rows().first()).hasText(OddSongs.UNKNOWN.name());
    int total = visit.site().ask("/api/search?q=unheard+lighthouse").get("total").asInt();
    assertThat(total).isLessThanOrEqualTo(PAGE);

    assertThat(visit.rows()).hasCount(total);
    assertThat(visit.button("Show more songs")).hasCount(0);
  }

  @Test
  void markupInACatalogueIsText(Visit visit) {
    visit.open("/?q=img");
    Locator row = visit.page().locator("track-list li").first();
    assertThat(visit.rows().first()).hasText(OddSongs.MARKUP.name());
    assertThat(row).containsText(OddSongs.MARKUP.artists().getFirst());
    assertThat(row).containsText(OddSongs.MARKUP.album());
    assertThat(row).containsText(OddSongs.MARKUP.genres().getFirst());

    visit.rows().first().click();
    assertThat(visit.heading()).hasText(OddSongs.MARKUP.name());
    assertThat(visit.page()).hasTitle("Like " + OddSongs.MARKUP.name() + " · Segue");
    assertThat(visit.status()).containsText(OddSongs.MARKUP.name());
    visit.settle(); // an image would have failed to load, and alerted, by now
  }

  @Test
  void whatIsNotKnownIsSaidToBeUnknown(Visit visit) {
    visit.open("/?q=unheard+lighthouse");
    Locator row = visit.page().locator("track-list li").first();

    assertThat(row.locator(".popularity")).containsText("unknown");
    assertThat(row.locator(".genres")).containsText("–");
    assertThat(row.locator(".album")).hasCount(0);
  }

  @Test
  void anAnswerThatComesTooLateIsNotShown(Visit visit) {
    // A page whose requests cannot be broken off, so that the late answer does arrive.
    visit.page().addInitScript("{ const asked = fetch; window.fetch = (url) => asked(url); }");
    HeldBack first = HeldBack.of(visit.page(), "search?q=love");
    visit.open("/");
    assertThat(visit.rows()).hasCount(PAGE);

    visit.searchField().fill("love");
    first.awaitAsked();
    visit.searchField().fill("unheard lighthouse");
    assertThat(visit.rows().first()).hasText(OddSongs.UNKNOWN.name());
    List<String> names = visit.names();
    first.answer();
    visit.settle();

    assertThat(visit.names()).isEqualTo(names);
    assertThat(visit.heading()).hasText("Songs for “unheard lighthouse”");
    assertThat(visit.page()).hasURL("/?q=unheard+lighthouse");
  }

  @Test
  void theChosenThemeIsRemembered(Visit visit) {
    visit.look(1280, 900, ColorScheme.LIGHT);
    visit.open("/");
    String paper = paper(visit);

    visit.button("Use the dark theme").click();
    assertThat(visit.button("Use the light theme")).isVisible();
    visit.page().reload();

    assertThat(visit.button("Use the light theme")).isVisible();
    assertThat(paper(visit)).isNotEqualTo(paper);
  }

  @Test
  void everythingInTheImportMapIsServed(Visit visit) {
    visit.open("/");
    JsonNode imports =
        visit.site().parse(visit.page().locator("script[type=importmap]").textContent());

    List<String> files =
        imports
            .get("imports")
            .valueStream()
            .map(JsonNode::asString)
            .filter(path -> !path.endsWith("/"))
            .toList();
    assertThat(files).hasSizeGreaterThan(2);
    assertThat(files).allSatisfy(path -> assertThat(visit.site().statusOf(path)).isEqualTo(200));
  }

  private static String paper(Visit visit) {
    return (String)
        visit.page().evaluate("getComputedStyle(document.documentElement).backgroundColor");
  }

  private static int digits(String text) {
    Matcher digits = Pattern.compile("\\d+").matcher(text);
    assertThat(digits.find()).as(text).isTrue();
    return Integer.parseInt(digits.group());
  }
}
