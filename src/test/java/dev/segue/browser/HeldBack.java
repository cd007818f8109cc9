package dev.segue.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.util.concurrent.atomic.AtomicReference;

/** The answer to one request, held back until a test wants it to arrive. */
final class HeldBack {
  private final Page page;
  private final String part;
  private final AtomicReference<Route> route = new AtomicReference<>();

  private HeldBack(Page page, String part) {
    this.page = page;
    this.part = part;
  }

  /** Of the API's next request whose URL has that part. */
  static HeldBack of(Page page, String part) {
    HeldBack held = new HeldBack(page, part);
    page.route(
        url -> url.contains("/api/") && url.contains(part),
        route -> {
          if (!held.route.compareAndSet(null, route)) {
            route.resume();
          }
        });
    return held;
  }

  void awaitAsked() {
    page.waitForCondition(() -> route.get() != null);
  }

  /** Lets the answer come, and waits until it has. */
  void answer() {
    page.waitForResponse(answer -> answer.url().contains(part), () -> route.get().resume())
        .finished();
  }
}
