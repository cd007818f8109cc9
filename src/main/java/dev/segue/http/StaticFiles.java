package dev.segue.http;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.staticfiles.Location;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is served as it lies there: the page from its folder, the libraries of page and docs from
 * the class path.
 */
final class StaticFiles {
  private static final Pattern IMPORT_MAP =
      Pattern.compile("<script type=\"importmap\">(.*?)</script>", Pattern.DOTALL);

  private static final Map<String, String> MAY_CHANGE = Map.of("Cache-Control", "no-cache");

  /** Their URLs hold their versions. */
  private static final Map<String, String> NEVER_CHANGES =
      Map.of("Cache-Control", "public, max-age=31536000, immutable");

  private final Path web;
  private final String importMapHash;
  private final String swaggerUiVersion;

  private StaticFiles(Path web, String importMapHash, String swaggerUiVersion) {
    this.web = web;
    this.importMapHash = importMapHash;
    this.swaggerUiVersion = swaggerUiVersion;
  }

  static StaticFiles of(Path web) throws IOException {
    return new StaticFiles(web, hashImportMap(web.resolve("index.html")), readSwaggerUiVersion());
  }

  void addTo(JavalinConfig config) {
    add(config, "/", web.toString(), Location.EXTERNAL, MAY_CHANGE);
    add(config, "/lib", "/META-INF/resources/_static", Location.CLASSPATH, NEVER_CHANGES);
    add(config, "/docs", "/docs", Location.CLASSPATH, MAY_CHANGE);
    add(
        config,
        "/docs/swagger-ui",
        "/META-INF/resources/webjars/swagger-ui/" + swaggerUiVersion,
        Location.CLASSPATH,
        MAY_CHANGE);
  }

  /** The one script in the page itself, its import map, as a source that a CSP allows. */
  String importMapHash() {
    return importMapHash;
  }

  static void openApi(Context ctx) {
    resource(ctx, "/openapi.yaml", "application/yaml; charset=utf-8");
  }

  static void docs(Context ctx) {
    resource(ctx, "/docs/index.html", "text/html; charset=utf-8");
  }

  private static void resource(Context ctx, String name, String type) {
    ctx.contentType(type).result(StaticFiles.class.getResourceAsStream(name));
  }

  private static void add(
      JavalinConfig config,
      String url,
      String folder,
      Location location,
      Map<String, String> headers) {
    config.staticFiles.add(
        files -> {
          files.hostedPath = url;
          files.directory = folder;
          files.location = location;
          files.headers = headers;
        });
  }

  private static String readSwaggerUiVersion() throws IOException {
    try (InputStream in =
        StaticFiles.class.getResourceAsStream(
            "/META-INF/maven/org.webjars/swagger-ui/pom.properties")) {
      Properties properties = new Properties();
      properties.load(in);
      return properties.getProperty("version");
    }
  }

  private static String hashImportMap(Path page) throws IOException {
    Matcher map = IMPORT_MAP.matcher(Files.readString(page));
    if (!map.find()) {
      throw new IOException("%s has no import map".formatted(page));
    }
    byte[] script = map.group(1).getBytes(StandardCharsets.UTF_8);
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(script);
      return "sha256-" + Base64.getEncoder().encodeToString(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java has it
    }
  }
}
