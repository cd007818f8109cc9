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
    assertThat(visit.choice("To")).hasValue("Unheard Lighthouse – Nobody Particular");
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
    assertThat(visit.choice("From")).hasValue("Unheard Lighthouse – Nobody Particular");
    assertThat(visit.rows()).hasCount(10);
  }

  @Test
  void lengthSpaceAndFiltersHold(Visit visit) {
    String ends = "from=%s&to=odd-unknown".formatted(Site.id(visit.site().song(4)));
    visit.open("/?view=path&" + ends);
    assertThat(visit.rows()).hasCount(10);
    visit.choice("Length").selectOption("5 songs");
    assertThat(visit.rows()).hasCount(5);
    visit.page().getByLabel("audio-12").check();
    assertThat(visit.page()).hasURL("/?view=path&" + ends + "&steps=5&path_space=audio-12");
    expectAnswer(visit, ends + "&steps=5&space=audio-12");
    visit.popularitySlider().focus();
    visit.press("PageUp");
    expectAnswer(visit, ends + "&steps=5&space=audio-12&min_popularity=10");

    // A song that is opened from it is compared in a space of its own.
    visit.rows().nth(1).click();
    visit.page().getByLabel("profile-16").check();
    visit.page().getByText("Back to the path").click();
    expectAnswer(visit, ends + "&steps=5&space=audio-12&min_popularity=10");
    visit.page().getByText("Back to all songs").click();
    assertThat(visit.page()).hasURL("/?min_popularity=10");
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
  void whatIsTypedIsTakenWhenOneGoesOn(Visit visit) {
    visit.open("/?view=path");
    assertThat(visit.page().getByText("Where shall it begin?")).isVisible();
    visit.choice("From").fill("unheard lighthouse");
    visit.press("Tab");
    assertThat(visit.page().getByText("Where shall it lead?")).isVisible();
    visit.choice("To").fill(Site.name(visit.site().song(4)));
    visit.press("Enter");
    assertThat(visit.rows()).hasCount(10);

    visit.button("Clear From").click();
    assertThat(visit.rows()).hasCount(0);
    assertThat(visit.page().getByText("Where shall it begin?")).isVisible();
  }

  @Test
  void endsAreCalledByTheirNamesAndOnlySongsAreOffered(Visit visit) {
    JsonNode song = visit.site().song(4);
    String artist = song.at("/artists/0").asString();
    visit.open("/?view=path&from=" + Site.id(song));
    assertThat(visit.choice("From")).hasValue(Site.name(song));
    visit.choice("To").fill(artist);
    var kinds = visit.page().locator("segue-app .ends search-field [role=option] .kind");
    assertThat(kinds.first()).isVisible();
    assertThat(kinds.allInnerTexts()).containsOnly("track");
  }

  @Test
  void escapeLeadsBack(Visit visit) {
    visit.open("/?q=love&view=path&from=odd-unknown&to=" + Site.id(visit.site().song(4)));
    assertThat(visit.rows()).hasCount(10);
    visit.rows().first().focus();
    visit.press("Escape");
    assertThat(visit.page()).hasURL("/?q=love");
    assertThat(visit.heading()).hasText("Songs for “love”");
  }

  @Test
  void aSongThatIsNotFoundIsNamedAndCanBeChanged(Visit visit) {
    visit.expectTrouble();
    visit.open("/?view=path&from=odd-unknown&to=zzzzqqq");
    assertThat(visit.alert()).containsText("to is 'zzzzqqq': no track has that id");
    assertThat(visit.page()).hasTitle("From one song to another · Segue");
    assertThat(visit.choice("From")).hasValue("Unheard Lighthouse");
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
    assertThat(visit.page().locator("step-line .song")).hasCount(names.size());
    assertThat(visit.page().locator("step-line svg"))
        .hasAttribute("aria-label", Pattern.compile(names.size() + " songs in steps of .*"));
    assertThat(visit.page().locator("track-list .note").first())
        .hasText("a step of %.2f".formatted(answer.at("/tracks/1/distance").asDouble()));
  }
}
