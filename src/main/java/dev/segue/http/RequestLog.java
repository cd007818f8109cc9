package dev.segue.http;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.util.UUID;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * Gives every request an id, the caller's own if it has one, which stands in the reply and in every
 * line that is logged meanwhile. Counts and, at debug level, lists requests.
 */
final class RequestLog {
  static final String HEADER = "X-Request-Id";

  private static final Logger LOG = LoggerFactory.getLogger(RequestLog.class);
  private static final String KEY = "request_id";
  private static final Pattern USER = Pattern.compile("^(/+api/+users/+).*");
  private static final Pattern FIT = Pattern.compile("[A-Za-z0-9_.-]{1,64}");

  private final Metrics metrics;

  RequestLog(Metrics metrics) {
    this.metrics = metrics;
  }

  void addTo(JavalinConfig config) {
    config.routes.before(RequestLog::begin);
    config.requestLogger.http(this::end);
  }

  /** The id that the caller gave, or a new one where that is unfit for a log. */
  static String id(String given) {
    return given != null && FIT.matcher(given).matches() ? given : UUID.randomUUID().toString();
  }

  /** A path as it may be logged: without names of users. */
  static String path(String path) {
    return USER.matcher(String.valueOf(path)).replaceFirst("$1…");
  }

  private static void begin(Context ctx) {
    String id = id(ctx.header(HEADER));
    MDC.put(KEY, id);
    ctx.header(HEADER, id);
  }

  private void end(Context ctx, float millis) {
    metrics.record(ctx, millis);
    LOG.debug("{} {} {} in {} ms", ctx.method(), path(ctx.path()), ctx.statusCode(), millis);
    MDC.remove(KEY);
  }
}
