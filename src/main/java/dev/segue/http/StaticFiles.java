package dev.segue.http;

import io.javalin.http.Context;
import io.javalin.http.staticfiles.ResourceHandler;
import io.javalin.http.staticfiles.StaticFileConfig;
import io.javalin.security.RouteRole;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is served as it lies there: the page from its folder, the libraries of page and docs from
 * the class path. (Javalin's own handler cannot serve jars without entries for their folders.)
 *
 * <p>Only plain paths to files of known types are served: no {@code ..}, nothing hidden, no lists.
 */
final class StaticFiles implements ResourceHandler {
  private static final Pattern FILE =
      Pattern.compile("(?:[\\w@-][\\w@.-]*+/)*+[\\w@-][\\w@.-]*\\.(\\w+)");

  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html; charset=utf-8",
          "css", "text/css; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "json", "application/json",
          "map", "application/json",
          "svg", "image/svg+xml",
          "png", "image/png",
          "ico", "image/x-icon",
          "woff2", "font/woff2",
          "yaml", "application/yaml");

  private static final Pattern IMPORT_MAP =
      Pattern.compile("<script type=\"importmap\">(.*?)</script>", Pattern.DOTALL);

  private static final String MAY_CHANGE = "no-cache";

  /** For URLs that hold a version. */
  private static final String NEVER_CHANGES = "public, max-age=31536000, immutable";

  /** The first whose URL a path begins with is where its file lies, or nowhere. */
  private final List<Place> places;

  /**
   * Where files lie.
   *
   * @param url ends in a slash
   */
  private record Place(String url, Folder folder, String cacheControl) {}

  /** Gives files by their paths, without a leading slash. */
  private interface Folder {
    Optional<byte[]> read(String path) throws IOException;
  }

  /**
   * Serves a page.
   *
   * @throws IOException when the folder holds none
   */
  StaticFiles(Path web) throws IOException {
    Path page = web.resolve("index.html");
    if (!Files.isRegularFile(page)) {
      throw new NoSuchFileException(page.toString());
    }
    places =
        List.of(
            new Place(
                "/docs/swagger-ui/",
                classPath("/META-INF/resources/webjars/swagger-ui/" + swaggerUiVersion()),
                MAY_CHANGE),
            new Place("/docs/", classPath("/docs"), MAY_CHANGE),
            new Place("/lib/", classPath("/META-INF/resources/_static"), NEVER_CHANGES),
            new Place("/", path -> read(web.resolve(path)), MAY_CHANGE));
  }

  void openApi(Context ctx) throws IOException {
    serve(ctx, "openapi.yaml", classPath(""), MAY_CHANGE);
  }

  void docs(Context ctx) throws IOException {
    serve(ctx, "index.html", classPath("/docs"), MAY_CHANGE);
  }

  @Override
  public boolean canHandle(Context ctx) {
    return false; // asked only on behalf of handlers for matched requests, which we have none of
  }

  @Override
  public boolean handle(Context ctx) {
    String path = ctx.path().equals("/") ? "/index.html" : ctx.path();
    for (Place place : places) {
      if (path.startsWith(place.url())) {
        try {
          return serve(
              ctx, path.substring(place.url().length()), place.folder(), place.cacheControl());
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    }
    return false;
  }

  @Override
  public boolean addStaticFileConfig(StaticFileConfig config) {
    return false;
  }

  @Override
  public Set<RouteRole> resourceRouteRoles(Context ctx) {
    return Set.of();
  }

  private static boolean serve(Context ctx, String path, Folder folder, String cacheControl)
      throws IOException {
    Matcher file = FILE.matcher(path);
    if (!file.matches() || !TYPES.containsKey(file.group(1))) {
      return false;
    }
    Optional<byte[]> content = folder.read(path);
    content.ifPresent(
        bytes -> {
          ctx.header("Cache-Control", cacheControl);
          if (file.group(1).equals("html")) {
            allowImportMap(ctx, bytes);
          }
          EntityTag.of(bytes).reply(ctx, TYPES.get(file.group(1)), bytes);
        });
    return content.isPresent();
  }

  /** Browsers take an import map from nowhere but the page itself. */
  private static void allowImportMap(Context ctx, byte[] html) {
    Matcher map = IMPORT_MAP.matcher(new String(html, StandardCharsets.UTF_8));
    if (map.find()) {
      byte[] hash = EntityTag.sha256(map.group(1).getBytes(StandardCharsets.UTF_8));
      ctx.header(
          Headers.POLICY, Headers.pagePolicy("sha256-" + Base64.getEncoder().encodeToString(hash)));
    }
  }

  private static Optional<byte[]> read(Path file) throws IOException {
    return Files.isRegularFile(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
  }

  private static Folder classPath(String folder) {
    return path -> {
      try (InputStream in = StaticFiles.class.getResourceAsStream(folder + '/' + path)) {
        return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
      }
    };
  }

  private static String swaggerUiVersion() throws IOException {
    try (InputStream in =
        StaticFiles.class.getResourceAsStream(
            "/META-INF/maven/org.webjars/swagger-ui/pom.properties")) {
      Properties properties = new Properties();
      properties.load(in);
      return properties.getProperty("version");
    }
  }
}
