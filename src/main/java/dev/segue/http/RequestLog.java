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
  private static final Logger LOG = LoggerFactory.getLogger(RequestLog.class);
  private static final String HEADER = "X-Request-Id";
  private static final String KEY = "request_id";
  private static final Pattern FIT = Pattern.compile("[\\w.-]{1,64}");

  private final Metrics metrics;

  RequestLog(Metrics metrics) {
    this.metrics = metrics;
  }

  void addTo(JavalinConfig config) {
    config.routes.before(RequestLog::begin);
    config.requestLogger.http(this::end);
  }

  private static void begin(Context ctx) {
    String given = ctx.header(HEADER);
    String id =
        given != null && FIT.matcher(given).matches() ? given : UUID.randomUUID().toString();
    MDC.put(KEY, id);
    ctx.header(HEADER, id);
  }

  private void end(Context ctx, float millis) {
    metrics.record(ctx, millis);
    LOG.debug("{} {} {} in {} ms", ctx.method(), ctx.path(), ctx.statusCode(), millis);
    MDC.remove(KEY);
  }
}
