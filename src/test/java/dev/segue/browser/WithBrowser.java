package dev.segue.browser;

import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives each test a fresh {@link Visit}, with one browser for all of them and to one site, or,
 * where the class is {@link Taught}, to one with a model of taste.
 */
final class WithBrowser implements ExecutionCondition, ParameterResolver, AfterEachCallback {
  private static final Namespace HERE = Namespace.create(WithBrowser.class);
  private static final double PATIENCE_MILLIS = 20_000;
  private static final String NONE =
      "No browser: put chromium on the PATH or its path into SEGUE_CHROMIUM";

  /** A test of what listeners are answered by taste. */
  @Retention(RetentionPolicy.RUNTIME)
  @interface Taught {}

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
    boolean taught = context.getRequiredTestClass().isAnnotationPresent(Taught.class);
    // Browser and sites live until the last test has ended.
    Store all = context.getRoot().getStore(HERE);
    Chromium chromium =
        all.getOrComputeIfAbsent(Chromium.class, unused -> launch(), Chromium.class);
    Site site =
        all.getOrComputeIfAbsent(
            taught ? "taught" : "untaught", unused -> open(taught), Site.class);
    return context
        .getStore(HERE)
        .getOrComputeIfAbsent(
            Visit.class, unused -> new Visit(site, chromium.browser()), Visit.class);
  }

  private static Chromium launch() {
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
    return Chromium.launch(Chromium.find().orElseThrow(() -> new IllegalStateException(NONE)));
  }

  private static Site open(boolean taught) {
    try {
      return taught ? Site.openTaught() : Site.open();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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
