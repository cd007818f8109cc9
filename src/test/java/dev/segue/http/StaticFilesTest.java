package dev.segue.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.segue.http.Served.Reply;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The page, its libraries, and the docs. */
class StaticFilesTest extends ServedTest {

  @Test
  void thePageMayRunItsImportMapAndNothingElseInline() throws Exception {
    Reply reply = served.get("/");
    assertThat(reply.text()).isEqualTo(Served.PAGE);
    assertThat(reply.header("Content-Type")).isEqualToIgnoringWhitespace("text/html;charset=utf-8");
    String map = Served.PAGE.split("importmap\">|</script>", -1)[1];
    byte[] hash = MessageDigest.getInstance("SHA-256").digest(map.getBytes(StandardCharsets.UTF_8));
    assertThat(reply.header("Content-Security-Policy"))
        .contains(
            "script-src 'self' 'sha256-%s';".formatted(Base64.getEncoder().encodeToString(hash)));
  }

  @Test
  void anEditedPageIsServedAtOnceUnderItsOwnPolicy(@TempDir Path temp) throws Exception {
    try (Served edited = Served.start(temp)) {
      Reply before = edited.get("/");
      Files.writeString(temp.resolve("web/index.html"), Served.PAGE.replace("lit\":", "lit/\":"));
      Reply after = edited.get("/", "If-None-Match", before.header("ETag"));
      assertThat(after.status()).isEqualTo(200);
      assertThat(after.header("Content-Security-Policy"))
          .isNotEqualTo(before.header("Content-Security-Policy"));
    }
  }

  @Test
  void aFolderWithoutAPageIsRefusedAtTheStart(@TempDir Path temp) throws Exception {
    HttpServer.Options options = HttpServer.Options.open("127.0.0.1", 0, temp);
    assertThatThrownBy(() -> HttpServer.start(served.engine(), options))
        .isInstanceOf(NoSuchFileException.class)
        .hasMessageContaining("index.html");
  }

  @ParameterizedTest
  @CsvSource({
    "/app.js, text/javascript; charset=utf-8",
    "/lib/lit/3.3.3/index.js, text/javascript; charset=utf-8",
    "/docs/swagger-ui/swagger-ui.css, text/css; charset=utf-8",
    "/docs/swagger-ui/favicon-32x32.png, image/png",
    "/openapi.yaml, application/yaml",
    "/docs, text/html;charset=utf-8",
    "/docs/, text/html;charset=utf-8"
  })
  void mediaTypes(String path, String type) throws Exception {
    Reply reply = served.get(path);
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.header("Content-Type")).isEqualToIgnoringWhitespace(type);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/lib/lit/3.3.3/index.js",
        "/lib/lit-html/3.3.2/lit-html.js",
        "/lib/lit-element/4.2.2/index.js",
        "/lib/reactive-element/2.1.2/reactive-element.js"
      })
  void librariesNeverChangeUnderTheirUrls(String path) throws Exception {
    Reply reply = served.get(path);
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.header("Cache-Control")).isEqualTo("public, max-age=31536000, immutable");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/.hidden.js",
        "/notes.txt",
        "/..%2Foutside.js",
        "/x/..%2F..%2Foutside.js",
        "/..%5Coutside.js",
        "/lib/",
        "/lib/lit",
        "/lib/..%2F..%2Fopenapi.yaml",
        "/docs/swagger-ui/..%2F..%2Flogback.xml",
        "/docs/nothing.js",
        "/%2Fetc%2Fpasswd.js",
        "//etc/passwd.js",
        "/app.js;x",
        "/app.js/"
      })
  void nothingElseIsServed(String path) throws Exception {
    Reply reply = served.get(path);
    assertThat(reply.status()).isIn(400, 404);
    assertThat(reply.text()).doesNotContain("secret");
  }

  @Test
  void aPathOfThousandsOfFoldersIsNoTrouble() throws Exception {
    assertThat(served.get("/" + "a/".repeat(2_000) + "x.js").status()).isEqualTo(404);
  }

  @Test
  void theDocsLoadOnlyWhatIsHere() throws Exception {
    Reply docs = served.get("/docs");
    assertThat(docs.text()).doesNotContain("http:", "https:", "style=", "onload");
    for (String path :
        Pattern.compile("(?:src|href)=\"([^\"]+)\"")
            .matcher(docs.text())
            .results()
            .map(match -> match.group(1))
            .filter(path -> path.startsWith("/docs/"))
            .toList()) {
      assertThat(served.get(path).status()).as(path).isEqualTo(200);
    }
    assertThat(docs.text()).doesNotContainPattern("<script>|<script [^>]*>[^<]");
    assertThat(docs.header("Content-Security-Policy")).contains("script-src 'self';");
    assertThat(served.get("/docs/docs.js").text()).contains("/openapi.yaml");
  }
}
