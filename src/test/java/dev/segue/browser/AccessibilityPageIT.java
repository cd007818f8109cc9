package dev.segue.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.CheckedNode;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every view, as axe (WCAG 2.2 A and AA, best practices) and a narrow screen see it. */
@ExtendWith(WithBrowser.class)
class AccessibilityPageIT {

  /** A view, and how one sees that it is there. */
  record View(String name, String address, Consumer<Visit> there) {
    void open(Visit visit) {
      visit.open(address);
      there.accept(visit);
      assertThat(visit.page().getByRole(AriaRole.CONTENTINFO)).containsText("generation");
    }

    @Override
    public String toString() {
      return name;
    }
  }

  private static final String FEW = "/?q=unheard+lighthouse";

  private static final View START = new View("start", "/", AccessibilityPageIT::twentyRows);
  private static final View RESULTS = new View("results", FEW, AccessibilityPageIT::someRows);
  private static final View SIMILAR =
      new View("similar", "/?q=love&track=odd-rtl", AccessibilityPageIT::twentyRows);
  private static final View LONG =
      new View("long", "/?track=odd-long&space=profile-16", AccessibilityPageIT::twentyRows);
  private static final View MARKUP =
      new View("markup", "/?track=odd-markup", AccessibilityPageIT::twentyRows);
  private static final View EMPTY =
      new View("empty", "/?q=zzzzzz&genre=folk&genre=zzz", AccessibilityPageIT::nothing);
  private static final View ERROR = new View("error", "/?track=nope", AccessibilityPageIT::problem);
  private static final View GENRES = new View("genres", FEW, AccessibilityPageIT::openGenres);
  private static final View NO_GENRE = new View("no genre", FEW, AccessibilityPageIT::noGenre);

  private static final View FORGIVING =
      new View("forgiving", "/?q=calm+music&explicit=false", AccessibilityPageIT::someRows);
  private static final View COMPLETIONS =
      new View("completions", FEW, AccessibilityPageIT::complete);
  private static final View PROPOSALS =
      new View("proposals", "/?q=unheard+qwertzuiop", AccessibilityPageIT::proposals);

  private static final View MIX =
      new View(
          "mix",
          "/?like=odd-long&like=odd-rtl&less=odd-markup&view=mix",
          AccessibilityPageIT::mixed);

  private static final View PLAYLIST =
      new View(
          "playlist",
          "/?like=odd-long&less_artist=Nobody+Particular&view=playlist&k=20&energy_curve=wave"
              + "&target_tempo=120",
          AccessibilityPageIT::playlist);

  private static final View PATH =
      new View(
          "path", "/?view=path&from=odd-long&to=odd-rtl&steps=20", AccessibilityPageIT::twentyRows);

  private static final View FOR_YOU =
      new View("for you", "/?view=for-you&explore=0.3", AccessibilityPageIT::forYou);

  private static void forYou(Visit visit) {
    twentyRows(visit);
    visit.page().locator("listen-buttons .dislike").first().click();
    assertThat(visit.button("Show what follows")).isVisible();
    visit.button("Forget me").click();
    assertThat(visit.button("Forget it all")).isVisible();
  }

  private static void mixed(Visit visit) {
    twentyRows(visit);
    assertThat(visit.seeds()).hasCount(3);
  }

  private static void playlist(Visit visit) {
    twentyRows(visit);
    assertThat(visit.slider("Energy in the middle")).isVisible();
    visit.page().getByText("How it compares with your mix").click();
    assertThat(visit.slider("Tempo")).isVisible();
  }

  private static void complete(Visit visit) {
    someRows(visit);
    visit.searchField().fill("un");
    assertThat(visit.page().locator("search-field [role=option]").first()).isVisible();
  }

  private static void proposals(Visit visit) {
    assertThat(visit.page().locator("segue-app .nearest button").first()).isVisible();
  }

  private static void twentyRows(Visit visit) {
    assertThat(visit.rows()).hasCount(20);
  }

  private static void someRows(Visit visit) {
    assertThat(visit.rows().first()).isVisible();
  }

  private static void nothing(Visit visit) {
    assertThat(visit.button("Remove the filters")).isVisible();
  }

  private static void problem(Visit visit) {
    assertThat(visit.button("Try again")).isVisible();
  }

  private static void openGenres(Visit visit) {
    someRows(visit);
    visit.genreField().click();
    visit.press("ArrowDown");
    assertThat(visit.page().locator("[role=option][aria-selected=true]")).isVisible();
  }

  private static void noGenre(Visit visit) {
    someRows(visit);
    visit.genreField().fill("zzz");
    assertThat(visit.page().getByText("No genre fits")).isVisible();
  }

  /** Every view once, and in other colours and widths what these change. */
  record Screen(int width, ColorScheme colours, List<View> views) {
    @Override
    public String toString() {
      return "%d pixels, %s".formatted(width, colours);
    }
  }

  static List<Screen> screens() {
    return List.of(
        new Screen(
            1280,
            ColorScheme.LIGHT,
            List.of(
                START,
                RESULTS,
                SIMILAR,
                EMPTY,
                ERROR,
                GENRES,
                NO_GENRE,
                FORGIVING,
                COMPLETIONS,
                PROPOSALS,
                MIX,
                PLAYLIST,
                PATH,
                FOR_YOU)),
        new Screen(
            360,
            ColorScheme.DARK,
            List.of(START, SIMILAR, GENRES, FORGIVING, COMPLETIONS, MIX, PLAYLIST, PATH, FOR_YOU)),
        new Screen(1280, ColorScheme.DARK, List.of(RESULTS, ERROR)));
  }

  static List<View> views() {
    return List.of(
        START,
        RESULTS,
        SIMILAR,
        LONG,
        MARKUP,
        EMPTY,
        ERROR,
        GENRES,
        NO_GENRE,
        FORGIVING,
        COMPLETIONS,
        PROPOSALS,
        MIX,
        PLAYLIST,
        PATH,
        FOR_YOU);
  }

  @ParameterizedTest
  @MethodSource("screens")
  void axeFindsNothing(Screen screen, Visit visit) {
    visit.expectTrouble();
    visit.look(screen.width, 800, screen.colours);
    List<String> found = new ArrayList<>();
    for (View view : screen.views) {
      view.open(visit);
      // The other mode opens a page more for each, for frames of other sites, which there are not.
      AxeBuilder axe = new AxeBuilder(visit.page()).setLegacyMode(true);
      for (Rule rule : axe.analyze().getViolations()) {
        for (CheckedNode node : rule.getNodes()) {
          found.add("%s: %s at %s".formatted(view, rule.getHelp(), node.getTarget()));
        }
      }
    }
    assertThat(found).isEmpty();
  }

  private static final String SMALL =
      """
      least => {
        const small = new Set();
        const walk = root => root.querySelectorAll('*').forEach(each => {
          const {width, height} = each.getBoundingClientRect();
          const isPressed = each.matches('button, select, summary, .button, [type=radio], [type=text]');
          if (isPressed && width > 0 && Math.min(width, height) < least) {
            small.add(`${each.outerHTML.slice(0, 200)} is ${width} x ${height}`);
          }
          if (each.shadowRoot) walk(each.shadowRoot);
        });
        walk(document);
        return [...small];
      }
      """;

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void whatIsPressedIsLargeEnough(boolean byFinger, Visit visit) {
    if (byFinger) {
      visit.byFinger();
    }
    List<View> all = List.of(RESULTS, FORGIVING, SIMILAR, MIX, PLAYLIST, PATH, FOR_YOU);
    for (View view : all) {
      visit.look(byFinger ? 360 : 1280, 780, ColorScheme.LIGHT);
      view.open(visit);
      assertThat((List<?>) visit.page().evaluate(SMALL, byFinger ? 44 : 24))
          .as("%s", view)
          .isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("views")
  void nothingSticksOut(View view, Visit visit) {
    visit.expectTrouble();
    view.open(visit);
    for (int width : List.of(320, 360, 700, 1280)) {
      visit.look(width, 780, ColorScheme.LIGHT);
      visit.settle();
      assertThat(visit.number("document.documentElement.scrollWidth - innerWidth"))
          .as("pixels beyond %d", width)
          .isNotPositive();
    }
  }
}
