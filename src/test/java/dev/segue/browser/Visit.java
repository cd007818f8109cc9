package dev.segue.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * One visitor in a browser of their own, and what they can see and reach.
 *
 * <p>Whatever goes on behind their back is noted: errors and warnings in the console (those of the
 * Content Security Policy are there too), exceptions, dialogs, and requests to any other host.
 */
final class Visit implements AutoCloseable {
  private static final String REFUSED = "Failed to load resource";

  private final Site site;
  private final BrowserContext context;
  private final Page page;
  private final List<String> complaints = new ArrayList<>();
  private boolean troubleExpected;

  Visit(Site site, Browser browser) {
    this.site = site;
    context =
        browser.newContext(
            new Browser.NewContextOptions()
                .setBaseURL(site.base())
                .setViewportSize(1280, 900)
                .setReducedMotion(ReducedMotion.REDUCE));
    page = context.newPage();
    page.onConsoleMessage(
        message -> {
          boolean refusal = message.text().startsWith(REFUSED);
          if (message.type().matches("error|warning") && !(refusal && troubleExpected)) {
            complaints.add("console: " + message.text() + " at " + message.location());
          }
        });
    page.onPageError(error -> complaints.add("exception: " + error));
    page.onDialog(
        dialog -> {
          complaints.add("dialog: " + dialog.message());
          dialog.dismiss();
        });
    page.onRequest(
        request -> {
          if (!request.url().startsWith(site.base() + "/")) {
            complaints.add("foreign request: " + request.url());
          }
        });
  }

  Site site() {
    return site;
  }

  Page page() {
    return page;
  }

  /** From now on the API may refuse or fail, which browsers note in the console. */
  void expectTrouble() {
    troubleExpected = true;
  }

  void look(int width, int height, ColorScheme colours) {
    page.setViewportSize(width, height);
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(colours));
  }

  /** From now on the pointer is a finger. */
  void byFinger() {
    JsonObject touch = new JsonObject();
    touch.addProperty("enabled", true);
    context.newCDPSession(page).send("Emulation.setTouchEmulationEnabled", touch);
  }

  /** Goes to an address such as {@code /?q=hello}. */
  void open(String address) {
    page.navigate(address);
  }

  void press(String... keys) {
    for (String key : keys) {
      page.keyboard().press(key);
    }
  }

  Locator searchField() {
    return page.locator("search-field input");
  }

  /** The links of the rows; their text is the song's name alone. */
  Locator rows() {
    return page.locator("track-list .title a");
  }

  /** What the rows have in a column, such as {@code match}. */
  Locator column(String name) {
    return page.locator("track-list li ." + name);
  }

  /** What a screen reader is told of a new result. */
  Locator status() {
    return page.getByRole(AriaRole.STATUS);
  }

  Locator alert() {
    return page.getByRole(AriaRole.ALERT);
  }

  /** What the page is about at the moment. */
  Locator heading() {
    return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(2));
  }

  Locator button(String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  Locator genreField() {
    return page.locator("genre-picker input");
  }

  /** That of the filters. */
  Locator popularitySlider() {
    return page.locator("filter-bar").getByRole(AriaRole.SLIDER);
  }

  Locator slider(String name) {
    return page.getByRole(
        AriaRole.SLIDER, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  Locator choice(String label) {
    return page.getByLabel(label, new Page.GetByLabelOptions().setExact(true));
  }

  /** What is in the mix. */
  Locator seeds() {
    return page.locator("mix-basket li");
  }

  Locator link(String name) {
    return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  /** The songs of the view, once they are all there. */
  List<String> names() {
    return rows().allInnerTexts();
  }

  int number(String script) {
    return ((Number) page.evaluate(script)).intValue();
  }

  /** Lets the page do what it has to do by now: two frames and all that came before them. */
  void settle() {
    page.evaluate("() => new Promise(done => requestAnimationFrame(() => setTimeout(done)))");
  }

  void expectNoComplaints() {
    assertThat(complaints).as("complaints at %s", page.url()).isEmpty();
  }

  /** Leaves a picture of the page for whoever asks why a test failed. */
  void picture(String name) {
    Path file = Path.of("target", "pages", name.replaceAll("\\W+", "-") + ".png");
    page.screenshot(new Page.ScreenshotOptions().setPath(file));
  }

  @Override
  public void close() {
    context.close();
  }
}
