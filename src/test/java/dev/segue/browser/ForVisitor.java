package dev.segue.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** What a visitor does with songs, and what the API and the page say of it. */
final class ForVisitor {
  private ForVisitor() {}

  /** Presses a button of a song, and waits until the server has taken it. */
  static void act(Visit visit, String button, String noted, JsonNode song) {
    visit.button(button + " " + label(song)).click();
    assertThat(visit.status()).containsText(noted + " " + Site.name(song));
  }

  /** What its buttons call a song. */
  static String label(JsonNode song) {
    return Site.name(song)
        + " – "
        + String.join(", ", song.get("artists").valueStream().map(JsonNode::asString).toList());
  }

  /** What the page says that it has noted. */
  static Locator note(Visit visit) {
    return visit.page().locator("segue-app .noted");
  }

  /** What the page says that the answer goes by. */
  static Locator why(Visit visit) {
    return visit.page().locator("segue-app .why");
  }

  /** What the browser calls its visitor; null before that matters. */
  static String user(Visit visit) {
    return (String) visit.page().evaluate("localStorage.getItem('segue.user')");
  }

  /** What the server knows of this visitor. */
  static List<JsonNode> events(Visit visit) {
    return visit
        .site()
        .ask("/api/users/" + user(visit) + "/events")
        .get("events")
        .valueStream()
        .toList();
  }

  /** What the API answers this visitor, once the page has asked. */
  static JsonNode answer(Visit visit, String wishes) {
    assertThat(visit.rows().first()).isVisible();
    String k = wishes.contains("k=") ? "" : "&k=20";
    return visit
        .site()
        .ask(
            "/api/users/"
                + user(visit)
                + "/recommendations?"
                + wishes.substring(Math.min(1, wishes.length()))
                + k);
  }

  /** The names of what the API answers, in order. */
  static String[] wanted(Visit visit, String wishes) {
    return Site.names(answer(visit, wishes)).toArray(String[]::new);
  }
}
