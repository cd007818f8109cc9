package dev.segue.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.segue.catalog.Progress;
import dev.segue.catalog.ReadOptions;
import dev.segue.engine.Engine;
import dev.segue.engine.Listening;
import dev.segue.engine.Rebuild;
import dev.segue.experiment.Experiments;
import dev.segue.http.HttpServer;
import dev.segue.http.TestServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README tells people to type works. */
class ReadmeIT {
  private static final Pattern COMMAND = Pattern.compile("(?m)^\\./segue (\\S[^#\\n]*)");

  /** As a shell takes them. */
  private static final Pattern WORD = Pattern.compile("\"[^\"]*\"|\\S+");

  private static final Pattern CURL =
      Pattern.compile("(?m)^curl '(http://127\\.0\\.0\\.1:7070[^']*)'(?: -d '([^']*)')?");

  /** Relative ones. */
  private static final Pattern LINK = Pattern.compile("\\]\\((?!http)([^)#]+)");

  @Test
  void itsCommandsAreCommands() throws Exception {
    List<String> commands =
        Stream.of("README.md", "data/README.md", "docs/spotify.md")
            .flatMap(file -> found(COMMAND, file))
            .toList();
    assertThat(commands).hasSizeGreaterThan(5);
    for (String command : commands) {
      String[] words =
          WORD.matcher(command)
              .results()
              .map(word -> word.group().replace("\"", ""))
              .toArray(String[]::new);
      assertThatCode(() -> Main.commandLine().parseArgs(words))
          .as(command)
          .doesNotThrowAnyException();
    }
  }

  @Test
  void itsLinksLeadSomewhere() {
    for (String page :
        List.of(
            "README.md",
            "ARCHITECTURE.md",
            "CONTRIBUTING.md",
            "data/README.md",
            "docs/spotify.md")) {
      Path folder = Path.of(page).toAbsolutePath().getParent();
      assertThat(found(LINK, page)).allSatisfy(link -> assertThat(folder.resolve(link)).exists());
    }
  }

  @Test
  void itsRequestsAreAnswered(@TempDir Path index) throws Exception {
    new Rebuild(index, Clock.systemUTC(), Progress.NONE)
        .run(List.of("data/sample.csv"), ReadOptions.DEFAULT, 1);
    List<MatchResult> requests = new ArrayList<>();
    for (String page : List.of("README.md", "docs/spotify.md")) {
      List<MatchResult> found = CURL.matcher(Files.readString(Path.of(page))).results().toList();
      assertThat(found).as(page).hasSizeGreaterThan(3);
      requests.addAll(found);
    }
    try (Listening listening = TestServer.listening(index.resolve("listening.db"));
        Engine engine = Engine.open(index);
        HttpServer server =
            TestServer.start(engine, Path.of("web"), Optional.of(listening), Experiments.NONE);
        HttpClient client = HttpClient.newHttpClient()) {
      for (MatchResult each : requests) {
        String url = each.group(1);
        URI uri = URI.create(url.replace(":7070", ":" + server.port()));
        HttpRequest.Builder request = HttpRequest.newBuilder(uri);
        if (each.group(2) != null) {
          request.POST(HttpRequest.BodyPublishers.ofString(each.group(2)));
        }
        HttpResponse<String> reply =
            client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        assertThat(reply.statusCode()).as("%s%n%s", url, reply.body()).isBetween(200, 202);
        assertThat(reply.body()).doesNotContain("\"tracks\":[]");
      }
    }
  }

  private static Stream<String> found(Pattern pattern, String file) {
    try {
      return pattern
          .matcher(Files.readString(Path.of(file)))
          .results()
          .map(match -> match.group(1));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
