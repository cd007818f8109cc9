package dev.segue.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.segue.browser.ForVisitor.act;
import static dev.segue.browser.ForVisitor.answer;
import static dev.segue.browser.ForVisitor.note;
import static dev.segue.browser.ForVisitor.wanted;
import static dev.segue.browser.ForVisitor.why;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** What is for a visitor by a model of taste and by sound. */
@ExtendWith(WithBrowser.class)
@WithBrowser.Taught
class TastePageIT {
  @Test
  void bothTasteAndSoundAnswerAndWhatFollowsIsAnother(Visit visit) {
    visit.open("/?view=for-you");
    act(visit, "Like", "Noted: you like", answer(visit, "").at("/tracks/2/track"));
    visit.button("Show what follows").click();
    assertThat(why(visit)).containsText("what others play who like it, and what sounds like it.");
    JsonNode hybrid = answer(visit, "");
    assertThat(hybrid.get("strategy").asString()).isEqualTo("hybrid");
    assertThat(visit.rows()).hasText(wanted(visit, ""));
    List<String> reasons = visit.page().locator("track-list .note").allInnerTexts();
    assertThat(reasons)
        .anySatisfy(
            reason -> assertThat(reason).containsPattern("people who play .+ also play this"));

    List<String> before = visit.names();
    JsonNode liked = hybrid.at("/tracks/4/track");
    act(visit, "Like", "Noted: you like", liked);
    assertThat(visit.names()).isEqualTo(before);
    assertThat(note(visit)).containsText("Noted: you like " + Site.name(liked));
    visit.button("Show what follows").click();
    assertThat(why(visit)).containsText("By the 2 songs that you like");
    assertThat(visit.rows()).hasText(wanted(visit, ""));
    assertThat(visit.names()).isNotEqualTo(before).doesNotContain(Site.name(liked));
  }

  @Test
  void coloursOfFitsAreNamed(Visit visit) {
    visit.open("/?view=for-you");
    assertThat(legend(visit)).hasText("Fit: popularity");
    act(visit, "Like", "Noted: you like", answer(visit, "").at("/tracks/2/track"));
    visit.button("Show what follows").click();
    assertThat(legend(visit)).hasText("Fit: taste and popularity sound");
    visit.choice("Go by").selectOption("sound");
    assertThat(legend(visit)).hasText("Fit: sound");
    visit.choice("Mood").selectOption("calm");
    assertThat(legend(visit)).hasText("Fit: sound and wishes");
    visit.choice("Go by").selectOption("taste");
    assertThat(legend(visit)).hasText("Fit: taste wishes");
  }

  private static Locator legend(Visit visit) {
    return visit.page().locator("segue-app .legend");
  }
}
