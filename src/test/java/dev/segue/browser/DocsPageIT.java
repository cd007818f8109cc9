package dev.segue.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Request;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The documentation of the API; that nothing in it breaks its security policy is watched too. */
@ExtendWith(WithBrowser.class)
class DocsPageIT {

  @Test
  void everyOperationIsShownWithItsParameters(Visit visit) {
    visit.open("/docs");
    assertThat(visit.page()).hasTitle("Segue API");
    assertThat(operation(visit, "/api/tracks/{id}")).isVisible();
    assertThat(operation(visit, "/api/stats")).isVisible();

    for (String path : List.of("/api/search", "/api/tracks/{id}/similar", "/api/similar")) {
      Locator operation = operation(visit, path);
      operation.locator(".opblock-summary-control").click();
      assertThat(operation.locator("tr[data-param-name=min_popularity]")).isVisible();
    }
  }

  @Test
  void aSearchCanBeTriedOutAsItStands(Visit visit) {
    visit.open("/docs");
    Locator search = operation(visit, "/api/search");
    search.locator(".opblock-summary-control").click();
    Request asked =
        visit
            .page()
            .waitForRequest(
                request -> request.url().contains("/api/search"),
                () -> search.locator("button.execute").click());

    assertThat(search.locator(".live-responses-table tbody .response-col_status").first())
        .containsText("200");
    assertThat(asked.url()).as("filters that nobody chose").doesNotContain("min_", "genre");
  }

  @Test
  void thePageLeadsToIt(Visit visit) {
    visit.open("/");
    visit.page().getByText("API documentation").click();

    assertThat(visit.page()).hasURL("/docs");
    assertThat(operation(visit, "/api/search")).isVisible();
  }

  private static Locator operation(Visit visit, String path) {
    return visit.page().locator(".opblock:has([data-path='%s'])".formatted(path)).first();
  }
}
