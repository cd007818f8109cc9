package dev.segue.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Route;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is shown when there is nothing to show, and the ways out of it. */
@ExtendWith(WithBrowser.class)
class TroublePageIT {

  @Test
  void aSearchThatFindsNothingSaysSoAndLeadsBack(Visit visit) {
    visit.open("/?q=zzzzzz");
    assertThat(visit.heading()).hasText("Nothing found for “zzzzzz”");
    assertThat(visit.button("Remove the filters")).hasCount(0);
    assertThat(visit.status()).containsText("0 songs found");

    visit.button("Show popular songs").click();
    assertThat(visit.page()).hasURL("/");
    assertThat(visit.rows()).hasCount(20);
  }

  @Test
  void filtersThatLeaveNothingCanBeRemoved(Visit visit) {
    visit.open("/?q=unheard+lighthouse&genre=zzz&min_popularity=90");
    assertThat(visit.heading())
        .hasText("Nothing found for “unheard lighthouse” with these filters");

    visit.button("Remove the filters").click();
    assertThat(visit.page()).hasURL("/?q=unheard+lighthouse");
    assertThat(visit.rows().first()).hasText(OddSongs.UNKNOWN.name());
    assertThat(visit.popularitySlider()).hasValue("0");
  }

  @Test
  void filtersThatLeaveNoSimilarSongCanBeRemoved(Visit visit) {
    visit.open("/?genre=zzz&track=" + OddSongs.UNKNOWN.id());
    assertThat(visit.page().getByText("No similar song with these filters")).isVisible();

    visit.button("Remove the filters").click();
    assertThat(visit.page()).hasURL("/?track=" + OddSongs.UNKNOWN.id());
    assertThat(visit.rows()).hasCount(20);
  }

  @Test
  void anUnknownTrackIsNamedAndTheWayBackIsOpen(Visit visit) {
    visit.expectTrouble();
    visit.open("/?track=nope");
    assertThat(visit.alert()).containsText("nope");
    assertThat(visit.alert().getByText("No track has the id")).isVisible();

    visit.page().getByText("Back to all songs").click();
    assertThat(visit.page()).hasURL("/");
    assertThat(visit.rows()).hasCount(20);
    assertThat(visit.alert()).hasCount(0);
  }

  @Test
  void anUnknownSpaceKeepsTheSongAndTheChoice(Visit visit) {
    visit.expectTrouble();
    visit.open("/?track=" + OddSongs.UNKNOWN.id() + "&space=nope");
    assertThat(visit.alert()).containsText("'nope'");
    assertThat(visit.page().locator("seed-card h2")).hasText(OddSongs.UNKNOWN.name());

    visit.page().getByLabel("audio-12").check();
    assertThat(visit.rows()).hasCount(20);
    assertThat(visit.alert()).hasCount(0);
    assertThat(visit.page()).hasURL("/?track=" + OddSongs.UNKNOWN.id() + "&space=audio-12");
  }

  @Test
  void aServerOutOfReachCanBeTriedAgain(Visit visit) {
    visit.expectTrouble();
    visit.open("/");
    assertThat(visit.rows()).hasCount(20);
    visit.page().route("**/api/search**", Route::abort);
    visit.searchField().fill("unheard lighthouse");
    assertThat(visit.alert()).containsText("Segue cannot be reached");

    visit.page().unroute("**/api/search**");
    visit.button("Try again").click();
    assertThat(visit.rows().first()).hasText(OddSongs.UNKNOWN.name());
    assertThat(visit.alert()).hasCount(0);
  }

  @Test
  void aFailureOfTheNextPageKeepsTheSongsThatAreThere(Visit visit) {
    visit.expectTrouble();
    visit.open("/");
    visit.page().route("**/api/search**cursor**", Route::abort);
    visit.button("Show more songs").click();
    assertThat(visit.alert()).containsText("Segue cannot be reached");
    assertThat(visit.rows()).hasCount(20);

    visit.page().unroute("**/api/search**cursor**");
    visit.button("Try again").click();
    assertThat(visit.alert()).hasCount(0);
    assertThat(visit.button("Show more songs")).isEnabled();
  }

  @Test
  void aProxyThatAnswersInHtmlIsUnderstood(Visit visit) {
    visit.expectTrouble();
    visit
        .page()
        .route(
            "**/api/search**",
            route ->
                route.fulfill(
                    new Route.FulfillOptions()
                        .setStatus(502)
                        .setContentType("text/html")
                        .setBody("<h1>Bad gateway</h1>")));
    visit.open("/");

    assertThat(visit.alert()).containsText("The server answered 502");
  }

  @Test
  void aMendedAddressIsBetterThanAnError(Visit visit) {
    visit.open("/?min_popularity=many&genre=&unknown=1&q=unheard+lighthouse");

    assertThat(visit.rows().first()).hasText(OddSongs.UNKNOWN.name());
    assertThat(visit.popularitySlider()).hasValue("0");
  }
}
