package dev.segue.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/** The headers that every reply has: what a browser may do with it, and who may ask. */
final class Headers {
  static final String POLICY = "Content-Security-Policy";

  private final Optional<String> corsOrigin;

  /**
   * Headers for a server.
   *
   * @param corsOrigin the site whose scripts may ask the API, {@code *} for any
   */
  Headers(Optional<String> corsOrigin) {
    this.corsOrigin = corsOrigin;
  }

  void addTo(RoutesConfig routes) {
    routes.before(ctx -> forEach(ctx::header));
    if (corsOrigin.isPresent()) {
      for (String api : List.of("/api/*", "/v1/*")) {
        routes.before(api, this::addCors);
        routes.options(api, ctx -> ctx.status(204));
      }
    }
  }

  /** Gives each header to an action, by name and value. */
  static void forEach(BiConsumer<String, String> action) {
    action.accept(POLICY, policy("'self'"));
    action.accept("X-Content-Type-Options", "nosniff");
    action.accept("X-Frame-Options", "DENY");
    action.accept("Referrer-Policy", "no-referrer");
    action.accept("Cross-Origin-Opener-Policy", "same-origin");
    action.accept("Vary", "Accept-Encoding");
  }

  /** The policy of a page whose one script of its own has that hash, as a CSP source. */
  static String pagePolicy(String scriptHash) {
    return policy("'self' '%s'".formatted(scriptHash));
  }

  private void addCors(Context ctx) {
    ctx.header("Access-Control-Allow-Origin", corsOrigin.orElseThrow())
        .header("Access-Control-Allow-Methods", "GET, HEAD, POST, DELETE")
        .header(
            "Access-Control-Allow-Headers",
            "Authorization, Content-Type, If-None-Match, X-Request-Id")
        .header(
            "Access-Control-Expose-Headers", "Content-Disposition, ETag, Retry-After, X-Request-Id")
        .header("Access-Control-Max-Age", "86400");
  }

  /** A Content Security Policy (CSP Level 3) that lets nothing in from outside. */
  private static String policy(String scripts) {
    return String.join(
        "; ",
        "default-src 'self'",
        "script-src " + scripts,
        "img-src 'self' data:",
        "object-src 'none'",
        "base-uri 'none'",
        "form-action 'self'",
        "frame-ancestors 'none'");
  }
}
