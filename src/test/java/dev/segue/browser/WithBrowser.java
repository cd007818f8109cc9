package dev.segue.browser;

import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives each test a fresh {@link Visit}, to one site and with one browser for all of them. */
final class WithBrowser implements ExecutionCondition, ParameterResolver, AfterEachCallback {
  private static final Namespace HERE = Namespace.create(WithBrowser.class);
  private static final double PATIENCE_MILLIS = 20_000;
  private static final String NONE =
      "No browser: put chromium on the PATH or its path into SEGUE_CHROMIUM";

  /** Both live until the last test has ended. */
  private record Ready(Site site, Chromium chromium) implements AutoCloseable {
    static Ready now(Path executable) {
      PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
      try {
        return new Ready(Site.open(), Chromium.launch(executable));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void close() throws IOException {
      chromium.close();
      site.close();
    }
  }

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    if (Chromium.find().isPresent() || "true".equals(System.getenv("CI"))) {
      return ConditionEvaluationResult.enabled("There is a browser, or there has to be one");
    }
    context.getRoot().getStore(HERE).getOrComputeIfAbsent(String.class, unused -> say(NONE));
    return ConditionEvaluationResult.disabled(NONE);
  }

  private static String say(String line) {
    System.err.println(line + ". The tests of the page are skipped.");
    return line;
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Visit.class;
  }

  @Override
  public Visit resolveParameter(ParameterContext parameter, ExtensionContext context) {
    Ready ready =
        context
            .getRoot()
            .getStore(HERE)
            .getOrComputeIfAbsent(
                Ready.class,
                unused ->
                    Ready.now(Chromium.find().orElseThrow(() -> new IllegalStateException(NONE))),
                Ready.class);
    return context
        .getStore(HERE)
        .getOrComputeIfAbsent(
            Visit.class,
            unused -> new Visit(ready.site(), ready.chromium().browser()),
            Visit.class);
  }

  @Override
  public void afterEach(ExtensionContext context) {
    Visit visit = context.getStore(HERE).get(Visit.class, Visit.class);
    if (visit == null) {
      return;
    }
    if (context.getExecutionException().isPresent()) {
      visit.picture(
          "%s %s"
              .formatted(context.getRequiredTestClass().getSimpleName(), context.getDisplayName()));
    } else {
      visit.expectNoComplaints();
    }
  }
}
