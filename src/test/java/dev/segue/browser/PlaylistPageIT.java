package dev.segue.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** A mix as a playlist: its curve, its length, its files. */
@ExtendWith(WithBrowser.class)
class PlaylistPageIT {

  @Test
  void aMixBecomesAPlaylistWithItsCurve(Visit visit) {
    String like = like(visit);
    visit.open("/?like=" + like);
    visit.link("Make a playlist").click();
    assertThat(visit.page()).hasURL("/?like=" + like + "&view=playlist");
    assertThat(visit.page()).hasTitle("Your playlist · Segue");
    assertThat(visit.status()).hasText("A playlist of 30 songs");
    JsonNode playlist = playlist(visit, like, "");
    assertThat(visit.names()).isEqualTo(Site.names(playlist));
    expectCurve(visit, playlist);
    JsonNode second = playlist.at("/tracks/1");
    assertThat(visit.page().locator("track-list .note").nth(1))
        .containsText(second.get("camelot").asString());

    visit.choice("Energy curve").selectOption("rising");
    assertThat(visit.page()).hasURL("/?like=" + like + "&view=playlist&energy_curve=rising");
    JsonNode rising = playlist(visit, like, ", \"energy_curve\": \"rising\"");
    assertThat(visit.rows()).hasText(Site.names(rising).toArray(String[]::new));
    expectCurve(visit, rising);

    visit.button("Another one").click();
    JsonNode another = playlist(visit, like, ", \"energy_curve\": \"rising\", \"seed\": 2");
    assertThat(visit.rows()).hasText(Site.names(another).toArray(String[]::new));
    assertThat(Site.names(another)).isNotEqualTo(Site.names(rising));
    assertThat(visit.button("Another one")).isFocused();
    visit.page().goBack();
    assertThat(visit.rows()).hasText(Site.names(rising).toArray(String[]::new));
    visit.page().goBack();
    assertThat(visit.rows()).hasText(Site.names(playlist).toArray(String[]::new));
    assertThat(visit.choice("Energy curve")).hasValue("steady");
  }

  @Test
  void theKeyboardGoesOnFromTheHeading(Visit visit) {
    visit.open("/?like=" + like(visit));
    visit.link("Make a playlist").focus();
    visit.press("Enter");
    assertThat(visit.heading()).hasText("Your playlist");
    assertThat(visit.heading()).isFocused();
    visit.link("Show what fits").focus();
    visit.press("Enter");
    assertThat(visit.heading()).hasText("Songs for your mix");
    assertThat(visit.heading()).isFocused();
  }

  @Test
  void aCurveThatWasDrawnIsTakenBack(Visit visit) {
    visit.open("/?like=" + like(visit) + "&view=playlist");
    var handle = visit.slider("Energy at the start");
    String before = handle.inputValue();
    visit.page().route("**/api/playlists", route -> {}); // is never answered
    handle.focus();
    visit.press("Home");
    assertThat(visit.page()).hasURL(Pattern.compile("energy_curve=0&"));
    assertThat(handle).hasValue("0");
    visit.page().goBack();
    assertThat(handle).hasValue(before);
  }

  @Test
  void aListIsFoundWhereItWasLeft(Visit visit) {
    visit.open("/?like=" + like(visit) + "&view=mix");
    assertThat(visit.rows()).hasCount(20);
    visit.page().evaluate("scrollTo(0, 900)");
    visit.page().waitForFunction("() => history.state?.scroll === 900");
    visit.page().locator("mix-basket").getByText("Make a playlist").dispatchEvent("click");
    assertThat(visit.rows()).hasCount(30);
    assertThat(visit.heading()).isFocused();
    assertThat(visit.number("scrollY")).isZero();
    visit.page().goBack();
    assertThat(visit.heading()).hasText("Songs for your mix");
    visit.page().waitForFunction("() => scrollY === 900");
  }

  @Test
  void theCurveIsDrawn(Visit visit) {
    String like = like(visit);
    visit.open("/?like=" + like + "&view=playlist");
    visit.slider("Energy at the start").focus();
    visit.press("Home");
    assertThat(visit.page()).hasURL(Pattern.compile("&energy_curve=0(&energy_curve=[0-9.]+){4}$"));
    visit.slider("Energy at the end").focus();
    visit.press("End");
    assertThat(visit.page())
        .hasURL(Pattern.compile("&energy_curve=0(&energy_curve=[0-9.]+){3}&energy_curve=1$"));
    assertThat(visit.choice("Energy curve").locator("option:checked")).hasText("as drawn");
    List<String> points =
        Pattern.compile("energy_curve=([0-9.]+)")
            .matcher(visit.page().url())
            .results()
            .map(point -> point.group(1))
            .toList();
    JsonNode playlist = playlist(visit, like, ", \"energy_curve\": " + points);
    assertThat(visit.rows()).hasText(Site.names(playlist).toArray(String[]::new));
    assertThat(visit.slider("Energy at the start")).hasValue("0");
    assertThat(visit.slider("Energy at the end")).hasValue("1");
    expectCurve(visit, playlist);
  }

  @Test
  void aHandleIsDraggedUpright(Visit visit) {
    visit.open("/?like=" + like(visit) + "&view=playlist");
    var handle = visit.slider("Energy in the middle");
    handle.scrollIntoViewIfNeeded();
    var box = handle.boundingBox();
    double before = Double.parseDouble(handle.inputValue());
    double x = box.x + box.width / 2;
    double reach = box.height - 22; // where the middle of the thumb goes
    visit.page().mouse().move(x, box.y + 11 + (1 - before) * reach);
    visit.page().mouse().down();
    visit.page().mouse().move(x, box.y + 11 + 0.1 * reach);
    visit.page().mouse().up();
    assertThat(visit.page()).hasURL(Pattern.compile("energy_curve"));
    assertThat(handle).hasValue(Pattern.compile("0\\.(8[5-9]|9[0-5]?)"));
  }

  @Test
  void itsLengthIsAskedFor(Visit visit) {
    String like = like(visit);
    visit.open("/?like=" + like + "&view=playlist&k=10");
    assertThat(visit.rows()).hasCount(10);
    visit.choice("Length").selectOption("60 minutes");
    assertThat(visit.page()).hasURL("/?like=" + like + "&view=playlist&minutes=60");
    JsonNode playlist = playlist(visit, like, ", \"minutes\": 60");
    assertThat(visit.rows()).hasText(Site.names(playlist).toArray(String[]::new));
    visit.open("/?like=" + like + "&view=playlist&k=7");
    assertThat(visit.rows()).hasCount(7);
    assertThat(visit.choice("Length").locator("option:checked")).hasText("7 songs");
  }

  @Test
  void itIsComparedWithTheMix(Visit visit) {
    String like = like(visit);
    visit.open("/?like=" + like + "&view=playlist");
    visit.page().getByText("How it compares with your mix").click();
    JsonNode mean = playlist(visit, like, "").at("/means/energy");
    assertThat(
            visit
                .page()
                .locator("segue-app feature-bars div")
                .filter(new Locator.FilterOptions().setHasText("Energy")))
        .containsText(
            Pattern.compile(
                "%d%%\\s*, your mix %d%%"
                    .formatted(
                        Math.round(100 * mean.get("playlist").asDouble()),
                        Math.round(100 * mean.get("seeds").asDouble()))));
  }

  @Test
  void itIsSavedUnderItsName(Visit visit) throws IOException {
    String like = like(visit);
    String genre = visit.site().genres(1).getFirst(); // whose songs have ids as Spotify's
    visit.open("/?genre=%s&like=%s&view=playlist&k=5&seed=3".formatted(genre, like));
    assertThat(visit.rows()).hasCount(5);
    visit.choice("Name").fill("Für Zoë/1");
    visit.press("Tab");
    JsonNode playlist =
        playlist(visit, like, ", \"k\": 5, \"seed\": 3, \"genre\": \"" + genre + "\"");
    String first = Site.names(playlist).getFirst();
    String id = playlist.at("/tracks/0/track/id").asString();
    for (String format : List.of("CSV", "M3U8", "XSPF", "Spotify URIs", "JSON")) {
      Download download =
          visit.page().waitForDownload(() -> visit.button("Save as " + format).click());
      String extension = format.equals("Spotify URIs") ? "txt" : format.toLowerCase(Locale.ROOT);
      assertThat(download.suggestedFilename()).isEqualTo("Für Zoë_1." + extension);
      assertThat(Files.readString(download.path()))
          .contains(format.equals("Spotify URIs") ? "spotify:track:" + id : first);
    }
    assertThat(visit.page()).hasURL(Pattern.compile("title=F%C3%BCr"));
  }

  @Test
  void whatCannotBeSavedIsSaid(Visit visit) {
    visit.expectTrouble();
    visit.open("/?like=" + like(visit) + "&view=playlist");
    assertThat(visit.rows()).hasCount(30);
    visit.page().route("**/api/playlists", Route::abort);
    visit.button("Save as CSV").click();
    assertThat(visit.alert()).containsText("Not saved: Segue cannot be reached");
    visit.page().unroute("**/api/playlists");
    visit.page().waitForDownload(() -> visit.button("Save as CSV").click());
    assertThat(visit.alert()).hasCount(0);
  }

  @Test
  void aPlaylistThatIsAnotherByNowIsNotSavedUnseen(Visit visit) {
    visit.open("/?like=" + like(visit) + "&view=playlist&k=5");
    assertThat(visit.rows()).hasCount(5);
    String other =
        visit
            .site()
            .post("/api/playlists", "{\"seeds\": [{\"track\": \"odd-unknown\"}], \"k\": 5}")
            .toString();
    visit
        .page()
        .route(
            "**/api/playlists",
            route ->
                route.fulfill(
                    new Route.FulfillOptions().setContentType("application/json").setBody(other)));
    visit.button("Save as CSV").click();
    assertThat(visit.alert()).containsText("Not saved: the catalogue has changed since");
    assertThat(visit.rows()).hasText(Site.names(visit.site().parse(other)).toArray(String[]::new));
  }

  @Test
  void aSongOfItLeadsOnAndBack(Visit visit) {
    visit.open("/?like=" + like(visit) + "&view=playlist");
    String name = visit.rows().nth(2).innerText();
    visit.rows().nth(2).click();
    assertThat(visit.heading()).hasText(name);
    visit.page().getByText("Back to your playlist").click();
    assertThat(visit.heading()).hasText("Your playlist");
    assertThat(visit.rows().nth(2)).isFocused();
  }

  /** What the picture says. */
  private static void expectCurve(Visit visit, JsonNode playlist) {
    List<String> energies =
        playlist
            .get("tracks")
            .valueStream()
            .map(hit -> Math.round(100 * hit.at("/track/audio/energy").asDouble()) + "%")
            .toList();
    assertThat(visit.page().locator("energy-curve svg"))
        .hasAttribute(
            "aria-label", "Energy from the first song to the last: " + String.join(", ", energies));
    double wanted = playlist.at("/tracks/0/wanted_energy").asDouble();
    assertThat(Double.parseDouble(visit.slider("Energy at the start").inputValue()))
        .isCloseTo(wanted, within(0.0051));
  }

  private static JsonNode playlist(Visit visit, String like, String more) {
    return visit
        .site()
        .post("/api/playlists", "{\"seeds\": [{\"track\": \"%s\"}]%s}".formatted(like, more));
  }

  private static String like(Visit visit) {
    return Site.id(visit.site().song(4));
  }
}
