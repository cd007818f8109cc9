package dev.segue.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** What a mix is wished to be besides its seeds, and seeds that are no songs. */
@ExtendWith(WithBrowser.class)
class WishesPageIT {

  @Test
  void aTargetIsSlidFromTheMiddleOfTheMixWhoseValuesAreMarked(Visit visit) {
    JsonNode liked = visit.site().song(4);
    JsonNode disliked = visit.site().song(5);
    String mix = "/?like=%s&less=%s&view=mix".formatted(Site.id(liked), Site.id(disliked));
    visit.open(mix);
    visit.page().getByText("Fine-tune").click();
    Locator tempo = visit.slider("Tempo");
    assertThat(tempo).hasAttribute("aria-valuetext", "any");
    assertThat(tempo).hasValue(Long.toString(Math.round(tempo(liked))));
    assertThat(tempo)
        .hasAccessibleDescription(
            "%s: %d BPM, not like %s: %d BPM"
                .formatted(
                    label(liked),
                    Math.round(tempo(liked)),
                    label(disliked),
                    Math.round(tempo(disliked))));
    assertThat(visit.page().locator("wish-list .like")).not().hasCount(0);

    tempo.focus();
    visit.press("ArrowRight");
    long target = Math.round(tempo(liked)) + 1;
    assertThat(visit.page()).hasURL(mix + "&target_tempo=" + target);
    assertThat(tempo).hasAttribute("aria-valuetext", target + " BPM");
    JsonNode answer =
        visit
            .site()
            .post(
                "/api/recommendations",
                "{\"seeds\": [{\"track\": \"%s\"}, {\"track\": \"%s\", \"weight\": -1}], \"k\": 20, \"target_tempo\": %d}"
                    .formatted(Site.id(liked), Site.id(disliked), target));
    assertThat(visit.rows()).hasText(Site.names(answer).toArray(String[]::new));
    assertThat(visit.page().locator("track-list .match rect.by-target")).hasCount(20);

    visit.button("Tempo: any").click();
    assertThat(visit.page()).hasURL(mix);
    assertThat(tempo).hasAttribute("aria-valuetext", "any");
    assertThat(tempo).isFocused();
  }

  @Test
  void aTargetOfNothingIsATargetToo(Visit visit) {
    String like = Site.id(visit.site().song(4));
    visit.open("/?like=%s&view=mix&target_instrumentalness=0&diversity=0".formatted(like));
    assertThat(visit.slider("Instrumental")).hasAttribute("aria-valuetext", "0%");
    JsonNode answer =
        visit
            .site()
            .post(
                "/api/recommendations",
                "{\"seeds\": [{\"track\": \"%s\"}], \"k\": 20, \"target_instrumentalness\": 0, \"diversity\": 0}"
                    .formatted(like));
    assertThat(visit.rows()).hasText(Site.names(answer).toArray(String[]::new));
  }

  @Test
  void varietyAndTheLimitForArtistsHoldAndAreTakenBack(Visit visit) {
    String like = Site.id(visit.site().song(4));
    String mix = "/?like=%s&view=mix".formatted(like);
    visit.open(mix);
    visit.page().getByText("Fine-tune").click();
    visit.slider("Variety").focus();
    visit.press("End");
    assertThat(visit.page()).hasURL(mix + "&diversity=1");
    visit.choice("Songs of one artist").selectOption("1");
    assertThat(visit.page()).hasURL(mix + "&diversity=1&max_per_artist=1");
    JsonNode answer =
        visit
            .site()
            .post(
                "/api/recommendations",
                "{\"seeds\": [{\"track\": \"%s\"}], \"k\": 20, \"diversity\": 1, \"max_per_artist\": 1}"
                    .formatted(like));
    assertThat(visit.rows()).hasText(Site.names(answer).toArray(String[]::new));

    visit.button("As your mix is").click();
    assertThat(visit.page()).hasURL(mix);
    assertThat(visit.choice("Songs of one artist")).hasValue("any");
    assertThat(visit.page().locator("wish-list summary")).isFocused();

    visit.page().goBack();
    assertThat(visit.choice("Songs of one artist")).hasValue("1");
    visit.open(mix + "&max_per_artist=4");
    assertThat(visit.choice("Songs of one artist")).hasValue("4");
    assertThat(visit.slider("Variety")).hasAttribute("aria-valuetext", "a little");
  }

  @Test
  void artistsAndGenresAreSeedsToo(Visit visit) {
    JsonNode song = visit.site().song(6);
    String artist = song.at("/artists/0").asString();
    String genre = song.at("/genres/0").asString();
    visit.open("/?track=" + Site.id(song));
    Locator card = visit.page().locator("seed-card");
    card.getByLabel("More like " + artist, exactly()).click();
    card.getByLabel("Less like " + genre, exactly()).click();
    assertThat(visit.seeds())
        .containsText(new String[] {"+like all of " + artist, "−not like all of " + genre});
    visit.link("Show what fits").click();
    assertThat(visit.heading()).hasText("Songs for your mix");
    JsonNode answer =
        visit
            .site()
            .post(
                "/api/recommendations",
                "{\"seeds\": [{\"artist\": \"%s\"}, {\"genre\": \"%s\", \"weight\": -1}], \"k\": 20}"
                    .formatted(artist, genre));
    assertThat(visit.rows()).hasText(Site.names(answer).toArray(String[]::new));

    visit.button("Take all of %s out of the mix".formatted(genre)).click();
    assertThat(visit.seeds()).hasCount(1);
    assertThat(visit.page()).hasURL(Pattern.compile("/\\?like_artist=[^&]+&view=mix"));
  }

  @Test
  void aGenreThatIsBrowsedGoesIntoTheMix(Visit visit) {
    String genre = visit.site().genres(1).getFirst();
    visit.open("/?genre=" + genre.replace(" ", "+"));
    visit.button("More like " + genre).click();
    assertThat(visit.seeds()).containsText(new String[] {"+like all of " + genre});
  }

  @Test
  void whyThereAreFewerIsSaid(Visit visit) {
    visit.open("/?like=%s&view=mix&min_popularity=97".formatted(Site.id(visit.site().song(4))));
    assertThat(visit.page().locator(".fewer"))
        .hasText(
            Pattern.compile(
                "No more than \\d songs? fit\\. What leaves out most is the filter on popularity:"
                    + " [0-9,]+ songs\\."));
  }

  @Test
  void filtersThatNothingPassesCanBeRemoved(Visit visit) {
    visit.open("/?genre=zzz&like=%s&view=mix".formatted(Site.id(visit.site().song(4))));
    assertThat(visit.page().getByText("Nothing fits your mix with these filters")).isVisible();
    visit.button("Remove the filters").click();
    assertThat(visit.rows()).hasCount(20);
  }

  @Test
  void filtersOfTheSearchAreSeenAndTakenOff(Visit visit) {
    String artist = visit.site().song(6).at("/artists/0").asString();
    String like = Site.id(visit.site().song(4));
    visit.open("/?artist=%s&decade=1990&explicit=false&like=%s&view=mix".formatted(artist, like));
    assertThat(visit.page().locator("filter-bar .chips button"))
        .hasText(new String[] {artist + "×", "1990s×", "clean×"});
    visit.button("Remove filter 1990s").click();
    visit.button("Remove filter clean").click();
    visit.button("Remove filter " + artist).click();
    assertThat(visit.page()).hasURL("/?like=" + like + "&view=mix");
    assertThat(visit.rows()).hasCount(20);
  }

  @Test
  void wishesGoWithTheMix(Visit visit) {
    visit.open(
        "/?like=%s&view=mix&target_energy=0.3&k=10".formatted(Site.id(visit.site().song(4))));
    assertThat(visit.rows()).hasCount(20);
    visit.button("Empty it").click();
    assertThat(visit.page()).hasURL("/");
    assertThat(visit.heading()).isFocused();
  }

  @Test
  void whatWasSlidBeforeOneLeftIsNotAskedFor(Visit visit) {
    String like = Site.id(visit.site().song(4));
    visit.open("/?like=" + like);
    visit.link("Show what fits").click();
    assertThat(visit.rows()).hasCount(20);
    visit.page().getByText("Fine-tune").click();
    visit.slider("Energy").focus();
    visit.press("Home");
    visit.page().goBack();
    assertThat(visit.heading()).hasText("Popular songs");
    visit.page().waitForTimeout(300); // as long as a slider rests, and more
    assertThat(visit.page()).hasURL("/?like=" + like);
  }

  private static Locator.GetByLabelOptions exactly() {
    return new Locator.GetByLabelOptions().setExact(true);
  }

  private static double tempo(JsonNode song) {
    return song.at("/audio/tempo").asDouble();
  }

  private static String label(JsonNode song) {
    return "%s – %s"
        .formatted(
            song.get("name").asString(),
            String.join(", ", song.get("artists").valueStream().map(JsonNode::asString).toList()));
  }
}
