package dev.segue.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** A walk from one song to another, and the ways to it. */
@ExtendWith(WithBrowser.class)
class PathPageIT {

  @Test
  void aSongLeadsToAnotherThatIsRemembered(Visit visit) {
    JsonNode from = visit.site().song(4);
    visit.open("/?track=" + Site.id(from));
    visit.link("Walk to another song").click();
    assertThat(visit.heading()).hasText("From one song to another");
    assertThat(visit.choice("From")).hasValue(Site.name(from));
    assertThat(visit.rows()).hasCount(0);

    visit.choice("To").fill("unheard lighthouse");
    visit.press("Enter");
    assertThat(visit.page()).hasURL("/?view=path&from=" + Site.id(from) + "&to=unheard+lighthouse");
    assertThat(visit.rows()).hasCount(10);
    assertThat(visit.choice("To")).hasValue("Unheard Lighthouse");
    assertThat(visit.status())
        .hasText("10 songs from %s to Unheard Lighthouse".formatted(Site.name(from)));
    assertThat(visit.page())
        .hasTitle("From %s to Unheard Lighthouse · Segue".formatted(Site.name(from)));
    expectAnswer(visit, "from=%s&to=unheard+lighthouse".formatted(Site.id(from)));
  }

  @Test
  void completionsNameTheSongThatIsMeant(Visit visit) {
    JsonNode from = visit.site().song(4);
    visit.open("/?view=path&to=" + Site.id(from));
    visit.choice("From").fill("unheard ligh");
    visit.page().locator("segue-app .ends [role=option]").first().click();
    assertThat(visit.page()).hasURL("/?view=path&from=odd-unknown&to=" + Site.id(from));
    assertThat(visit.choice("From")).hasValue("Unheard Lighthouse");
    assertThat(visit.rows()).hasCount(10);
  }

  @Test
  void lengthSpaceAndFiltersHold(Visit visit) {
    String ends = "from=%s&to=odd-unknown".formatted(Site.id(visit.site().song(4)));
    visit.open("/?view=path&" + ends);
    assertThat(visit.rows()).hasCount(10);
    visit.choice("Length").selectOption("5");
    assertThat(visit.rows()).hasCount(5);
    visit.page().getByLabel("audio-12").check();
    assertThat(visit.page()).hasURL("/?space=audio-12&view=path&" + ends + "&steps=5");
    expectAnswer(visit, ends + "&steps=5&space=audio-12");
    visit.popularitySlider().focus();
    visit.press("PageUp");
    expectAnswer(visit, ends + "&steps=5&space=audio-12&min_popularity=10");
  }

  @Test
  void twoLikedSongsAreWalkedBetween(Visit visit) {
    String first = Site.id(visit.site().song(4));
    String second = Site.id(visit.site().song(7));
    String mix = "like=%s&like=%s".formatted(first, second);
    visit.open("/?" + mix);
    visit.link("Walk from one to the other").click();
    assertThat(visit.page()).hasURL("/?%s&view=path&from=%s&to=%s".formatted(mix, first, second));
    expectAnswer(visit, "from=%s&to=%s".formatted(first, second));

    visit.rows().nth(3).click();
    visit.page().getByText("Back to the path").click();
    assertThat(visit.heading()).hasText("From one song to another");
    assertThat(visit.rows().nth(3)).isFocused();
    visit.page().getByText("Back to all songs").click();
    assertThat(visit.page()).hasURL("/?" + mix);
  }

  @Test
  void aSongThatIsNotFoundIsNamedAndCanBeChanged(Visit visit) {
    visit.expectTrouble();
    visit.open("/?view=path&from=odd-unknown&to=zzzzqqq");
    assertThat(visit.alert()).containsText("to is 'zzzzqqq': no track has that id");
    visit.choice("To").fill(Site.name(visit.site().song(4)));
    visit.press("Enter");
    assertThat(visit.alert()).hasCount(0);
    assertThat(visit.rows()).hasCount(10);
  }

  /** The songs, and the picture of them. */
  private static void expectAnswer(Visit visit, String question) {
    JsonNode answer = visit.site().ask("/api/path?" + question);
    List<String> names = Site.names(answer);
    assertThat(visit.rows()).hasText(names.toArray(String[]::new));
    assertThat(visit.page().locator("step-line circle")).hasCount(names.size());
    assertThat(visit.page().locator("step-line svg"))
        .hasAttribute("aria-label", Pattern.compile(names.size() + " songs in steps of .*"));
    assertThat(visit.page().locator("track-list .note").first())
        .hasText("a step of %.2f".formatted(answer.at("/tracks/1/distance").asDouble()));
  }
}
