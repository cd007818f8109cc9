package dev.segue.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** The view of similar songs, the ways into it and out of it. */
@ExtendWith(WithBrowser.class)
class SimilarPageIT {
  private static final int PAGE = 20;
  private static final int MOST = 100;

  @Test
  void aClickGivesTheSongsThatTheApiFindsSimilar(Visit visit) {
    visit.open("/?q=love");
    Locator row = visit.rows().nth(2);
    String name = row.innerText();
    String id = parameter(row.getAttribute("href"), "track");
    row.click();

    assertThat(visit.heading()).hasText(name);
    assertThat(visit.page()).hasURL("/?q=love&track=" + id);
    assertThat(visit.page()).hasTitle("Like " + name + " · Segue");
    assertThat(visit.status()).hasText("20 songs similar to " + name);
    expectAnswer(visit, "/api/tracks/%s/similar?versions=one&k=20".formatted(id));
    assertThat(visit.names()).doesNotContain(name);
  }

  @Test
  void anotherSpaceIsAnotherAnswerAndBackReturnsToTheFirst(Visit visit) {
    String id = someTrack(visit);
    visit.open("/?track=" + id);
    assertThat(visit.rows()).hasCount(PAGE);
    List<String> scores = scores(visit);
    assertThat(visit.page().getByLabel("sound")).isChecked();

    visit.page().getByLabel("profile-16").check();
    assertThat(visit.page()).hasURL("/?track=" + id + "&space=profile-16");
    expectAnswer(visit, "/api/tracks/%s/similar?versions=one&k=20&space=profile-16".formatted(id));
    assertThat(scores(visit)).isNotEqualTo(scores);

    visit.page().goBack();
    assertThat(visit.page()).hasURL("/?track=" + id);
    assertThat(visit.page().getByLabel("sound")).isChecked();
    expectAnswer(visit, "/api/tracks/%s/similar?versions=one&k=20".formatted(id));
  }

  @Test
  void otherVersionsOfARecordingUnfoldAndLeadOn(Visit visit) {
    JsonNode first = null;
    for (JsonNode hit : visit.site().ask("/api/search?limit=20").get("tracks")) {
      first = first == null && hit.has("other_versions") ? hit : first;
    }
    String name = first.at("/track/name").asString();
    JsonNode others = first.get("other_versions");
    String id = others.get(0).get("id").asString();
    visit.open("/");
    Locator versions =
        visit
            .page()
            .locator("li.row")
            .filter(new Locator.FilterOptions().setHasText(name))
            .locator("details")
            .first();
    assertThat(versions.locator("li").first()).isHidden();
    versions.locator("summary").click();
    assertThat(versions.locator("summary")).containsText(others.size() + " other version");
    assertThat(versions.locator("li")).hasCount(others.size());
    assertThat(visit.page()).hasURL("/");

    versions.locator("a").first().click();
    assertThat(visit.page()).hasURL("/?track=" + id);
    assertThat(visit.heading()).hasText(others.get(0).get("name").asString());
  }

  @Test
  void theArrowKeysChooseASpaceToo(Visit visit) {
    visit.open("/?track=" + someTrack(visit));
    visit.page().getByLabel("sound").focus();
    visit.press("ArrowRight");
    assertThat(visit.page().getByLabel("audio-12")).isFocused();
    visit.press("ArrowRight");

    assertThat(visit.page()).hasURL(Pattern.compile("&space=profile-16$"));
    assertThat(visit.page().getByLabel("profile-16")).isFocused();
  }

  @Test
  void aLongListIsFoundAgainAsItWasLeft(Visit visit) {
    visit.open("/");
    for (int pages = 1; pages < 4; pages++) {
      assertThat(visit.rows()).hasCount(pages * PAGE);
      visit.button("Show more songs").click();
    }
    assertThat(visit.rows()).hasCount(4 * PAGE);
    Locator row = visit.rows().nth(50);
    row.scrollIntoViewIfNeeded();
    int left = visit.number("scrollY");
    String name = row.innerText();

    row.click();
    assertThat(visit.heading()).hasText(name);
    assertThat(visit.heading()).isFocused();
    assertThat(visit.number("scrollY")).isZero();
    assertThat(left).isPositive();

    visit.page().goBack();
    assertThat(visit.rows()).hasCount(4 * PAGE);
    assertThat(row).isFocused();
    assertThat(row).hasText(name);
    assertThat(visit.number("scrollY")).isEqualTo(left);
  }

  @Test
  void aSimilarSongLeadsOnAndTheWayBackSkipsNone(Visit visit) {
    String first = someTrack(visit);
    visit.open("/?track=" + first);
    assertThat(visit.rows()).hasCount(PAGE);
    String before = visit.heading().innerText();
    String second = parameter(visit.rows().first().getAttribute("href"), "track");
    String name = visit.rows().first().innerText();

    visit.rows().first().click();
    assertThat(visit.page()).hasURL("/?track=" + second);
    assertThat(visit.heading()).hasText(name);
    assertThat(visit.heading()).isFocused();
    expectAnswer(visit, "/api/tracks/%s/similar?versions=one&k=20".formatted(second));

    visit.page().goBack();
    assertThat(visit.heading()).hasText(before);
    expectAnswer(visit, "/api/tracks/%s/similar?versions=one&k=20".formatted(first));
  }

  @Test
  void aLinkHoldsTheWholeView(Visit visit) {
    JsonNode seed = visit.site().ask("/api/tracks/" + someTrack(visit));
    String genre = visit.site().genres(1).getFirst();
    String link =
        "/?q=love&genre=%s&min_popularity=5&track=%s&space=profile-16"
            .formatted(genre.replace(' ', '+'), seed.get("id").asString());
    visit.open(link);
    expectTheWholeView(visit, seed, genre);
    List<String> names = visit.names();
    List<String> scores = scores(visit);

    visit.page().reload();
    expectTheWholeView(visit, seed, genre);
    assertThat(visit.names()).isEqualTo(names);
    assertThat(scores(visit)).isEqualTo(scores);
    assertThat(visit.page()).hasURL(link);
  }

  private static void expectTheWholeView(Visit visit, JsonNode seed, String genre) {
    assertThat(visit.heading()).hasText(seed.get("name").asString());
    assertThat(visit.page()).hasTitle("Like " + seed.get("name").asString() + " · Segue");
    assertThat(visit.searchField()).hasValue("love");
    assertThat(visit.button("Remove genre " + genre)).isVisible();
    assertThat(visit.popularitySlider()).hasValue("5");
    assertThat(visit.page().getByLabel("profile-16")).isChecked();
    assertThat(visit.rows().first()).isVisible();
    assertThat(visit.page().getByText("Back to “love”")).isVisible();
  }

  @Test
  void thereAreMoreSimilarSongsUpToAHundred(Visit visit) {
    visit.open("/?track=" + someTrack(visit));
    for (int shown = PAGE; shown < MOST; shown += PAGE) {
      assertThat(visit.rows()).hasCount(shown);
      visit.button("Show more songs").click();
      assertThat(visit.rows().nth(shown)).isFocused();
    }

    assertThat(visit.rows()).hasCount(MOST);
    assertThat(visit.names()).hasSize(MOST);
    assertThat(visit.button("Show more songs")).hasCount(0);
  }

  @Test
  void typingLeavesSimilarSongsForASearch(Visit visit) {
    visit.open("/?track=" + someTrack(visit));
    assertThat(visit.rows()).hasCount(PAGE);
    visit.searchField().fill("unheard lighthouse");

    assertThat(visit.page()).hasURL("/?q=unheard+lighthouse");
    assertThat(visit.rows().first()).hasText(OddSongs.UNKNOWN.name());
    assertThat(visit.searchField()).isFocused();
  }

  private static void expectAnswer(Visit visit, String path) {
    JsonNode answer = visit.site().ask(path);
    String[] matches =
        answer
            .get("tracks")
            .valueStream()
            // Of the double's exact value, as the page rounds it.
            .map(hit -> new BigDecimal(hit.get("score").asDouble()))
            .map(score -> score.setScale(4, RoundingMode.HALF_UP).toPlainString())
            .toArray(String[]::new);
    assertThat(visit.column("match")).containsText(matches);
    assertThat(visit.names()).isEqualTo(Site.names(answer));
  }

  private static List<String> scores(Visit visit) {
    return visit.column("match").allInnerTexts();
  }

  private static String someTrack(Visit visit) {
    return visit.site().ask("/api/search?q=love").at("/tracks/0/track/id").asString();
  }

  private static String parameter(String address, String name) {
    return Pattern.compile("[?&]" + name + "=([^&]*)")
        .matcher(address)
        .results()
        .findFirst()
        .orElseThrow()
        .group(1);
  }
}
