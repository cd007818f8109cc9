package dev.segue.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Optional;

/** The headers that every reply has: what a browser may do with the page, and who may ask. */
final class Headers {
  private final String pagePolicy;

  /** Swagger UI sets styles in its markup. */
  private final String docsPolicy = policy("'self'", "'self' 'unsafe-inline'");

  private final Optional<String> corsOrigin;

  /**
   * Headers for a page.
   *
   * @param importMapHash of the one script that stands in the page itself, as a CSP source
   */
  Headers(String importMapHash, Optional<String> corsOrigin) {
    pagePolicy = policy("'self' '%s'".formatted(importMapHash), "'self'");
    this.corsOrigin = corsOrigin;
  }

  void addTo(RoutesConfig routes) {
    routes.before(this::add);
    if (corsOrigin.isPresent()) {
      routes.before("/api/*", this::addCors);
      routes.options("/api/*", ctx -> ctx.status(204));
    }
  }

  private void add(Context ctx) {
    ctx.header("Content-Security-Policy", ctx.path().startsWith("/docs") ? docsPolicy : pagePolicy)
        .header("X-Content-Type-Options", "nosniff")
        .header("X-Frame-Options", "DENY")
        .header("Referrer-Policy", "no-referrer")
        .header("Cross-Origin-Opener-Policy", "same-origin")
        .header("Vary", "Accept-Encoding");
  }

  private void addCors(Context ctx) {
    ctx.header("Access-Control-Allow-Origin", corsOrigin.orElseThrow())
        .header("Access-Control-Allow-Methods", "GET")
        .header("Access-Control-Allow-Headers", "If-None-Match, X-Request-Id")
        .header("Access-Control-Expose-Headers", "ETag, X-Request-Id")
        .header("Vary", "Accept-Encoding, Origin");
  }

  /** A Content Security Policy (CSP Level 3) that lets nothing in from outside. */
  private static String policy(String scripts, String styles) {
    return String.join(
        "; ",
        "default-src 'self'",
        "script-src " + scripts,
        "style-src " + styles,
        "img-src 'self' data:",
        "object-src 'none'",
        "base-uri 'none'",
        "form-action 'self'",
        "frame-ancestors 'none'");
  }
}
