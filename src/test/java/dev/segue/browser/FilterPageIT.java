package dev.segue.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The filters: what they put into the address, and that every row obeys them. */
@ExtendWith(WithBrowser.class)
class FilterPageIT {

  @Test
  void genresAndPopularityNarrowTheListStepByStepAndBack(Visit visit) {
    List<String> genres = visit.site().genres(2);
    String first = "genre=" + encoded(genres.get(0));
    String second = "genre=" + encoded(genres.get(1));
    visit.open("/");

    pick(visit, genres.get(0));
    expectSongs(visit, "/?" + first, genres.subList(0, 1), 0);
    pick(visit, genres.get(1));
    expectSongs(visit, "/?" + first + "&" + second, genres, 0);
    visit.button("Remove genre " + genres.get(0)).click();
    expectSongs(visit, "/?" + second, genres.subList(1, 2), 0);
    visit.popularitySlider().focus();
    visit.press("PageUp", "PageUp", "ArrowRight");
    expectSongs(visit, "/?" + second + "&min_popularity=21", genres.subList(1, 2), 21);

    visit.page().goBack();
    expectSongs(visit, "/?" + second, genres.subList(1, 2), 0);
    assertThat(visit.popularitySlider()).hasValue("0");
    visit.page().goBack();
    expectSongs(visit, "/?" + first + "&" + second, genres, 0);
    visit.page().goBack();
    expectSongs(visit, "/?" + first, genres.subList(0, 1), 0);
    assertThat(visit.button("Remove genre " + genres.get(1))).hasCount(0);
    visit.page().goBack();
    assertThat(visit.page()).hasURL("/");
    assertThat(visit.heading()).hasText("Popular songs");
  }

  @Test
  void filtersHoldForSimilarSongsToo(Visit visit) {
    String genre = visit.site().genres(1).getFirst();
    visit.open("/?track=" + OddSongs.UNKNOWN.id());
    assertThat(visit.rows().first()).isVisible();
    pick(visit, genre);

    assertThat(visit.page())
        .hasURL("/?genre=" + encoded(genre) + "&track=" + OddSongs.UNKNOWN.id());
    String path =
        "/api/tracks/%s/similar?versions=one&k=20&genre=%s"
            .formatted(OddSongs.UNKNOWN.id(), encoded(genre));
    assertThat(visit.rows()).hasText(Site.names(visit.site().ask(path)).toArray(String[]::new));
    assertThat(visit.column("genres").allInnerTexts())
        .isNotEmpty()
        .allMatch(t -> t.contains(genre));
    assertThat(visit.heading()).hasText(OddSongs.UNKNOWN.name());
  }

  @Test
  void theListOfGenresIsUsedWithTheKeyboard(Visit visit) {
    visit.open("/");
    visit.genreField().click();
    visit.press("ArrowDown", "ArrowDown");
    assertThat(visit.genreField()).hasAttribute("aria-expanded", "true");
    assertThat(visit.genreField()).hasAttribute("aria-activedescendant", "option-1");

    visit.press("Escape");
    assertThat(visit.genreField()).hasAttribute("aria-expanded", "false");
    assertThat(visit.page()).hasURL("/");

    visit.press("ArrowDown", "Enter");
    assertThat(visit.page()).hasURL(Pattern.compile("/\\?genre=[^&]+$"));
    assertThat(visit.genreField()).isFocused();
    visit.press("Backspace");
    assertThat(visit.page()).hasURL("/");
  }

  @Test
  void aGenreIsChosenWithTheMouse(Visit visit) {
    String genre = visit.site().ask("/api/stats").at("/genres/0/name").asString();
    visit.open("/");
    visit.genreField().click();
    visit.page().locator("genre-picker [role=option]").first().click();

    assertThat(visit.page()).hasURL("/?genre=" + encoded(genre));
    assertThat(visit.button("Remove genre " + genre)).isVisible();
  }

  @Test
  void aGenreTypedBeforeTheGenresAreThereIsFoundWhenTheyCome(Visit visit) {
    HeldBack genres = HeldBack.of(visit.page(), "stats");
    visit.open("/");
    genres.awaitAsked();
    visit.genreField().fill(visit.site().genres(1).getFirst());
    genres.answer();

    assertThat(visit.page().locator("[role=option][aria-selected=true]"))
        .containsText(visit.site().genres(1).getFirst());
  }

  @Test
  void aGenreThatThereIsNotCannotBeChosen(Visit visit) {
    visit.open("/");
    visit.genreField().fill("zzz");
    assertThat(visit.page().getByText("No genre fits “zzz”")).isVisible();
    visit.press("Enter");

    assertThat(visit.page()).hasURL("/");
  }

  private static void pick(Visit visit, String genre) {
    visit.genreField().fill(genre);
    assertThat(visit.page().locator("[role=option][aria-selected=true]")).containsText(genre);
    visit.press("Enter");
    assertThat(visit.button("Remove genre " + genre)).isVisible();
  }

  /** The address, and rows that are the API's and obey it. */
  private static void expectSongs(
      Visit visit, String address, List<String> genres, int minPopularity) {
    assertThat(visit.page()).hasURL(address);
    assertThat(visit.heading()).hasText("Popular songs in " + String.join(", ", genres));
    List<String> names =
        Site.names(visit.site().ask("/api/search?limit=20&" + address.substring(2)));
    assertThat(visit.rows()).hasText(names.toArray(String[]::new));
    assertThat(visit.column("genres").allInnerTexts())
        .allMatch(text -> genres.stream().anyMatch(text::contains));
    assertThat(visit.column("popularity").allInnerTexts())
        .allMatch(
            text ->
                minPopularity == 0
                    || Integer.parseInt(text.replaceAll("\\D", "")) >= minPopularity);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
