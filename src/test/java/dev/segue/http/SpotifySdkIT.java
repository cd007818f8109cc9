package dev.segue.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.segue.catalog.Track;
import dev.segue.query.Entity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * Spotify's own SDK for JavaScript, as npm has it, of which only the hosts are redirected. Skipped
 * where there is no npm.
 */
class SpotifySdkIT extends ServedTest {
  private static final String SDK = "@spotify/web-api-ts-sdk@1.2.0";
  private static final Track TRACK = Served.catalogue().get(44);

  @Test
  void understandsEveryAnswer(@TempDir Path folder) throws Exception {
    Files.writeString(folder.resolve("package.json"), "{\"private\": true}");
    boolean ready =
        runs(folder, "node", "--version")
            && runs(folder, "npm", "install", "--ignore-scripts", "--no-audit", "--no-fund", SDK);
    if ("true".equals(System.getenv("CI"))) {
      assertThat(ready).as("CI has node, npm and the SDK").isTrue();
    }
    assumeTrue(ready, "No node, or npm does not get Spotify's SDK: not tested with it.");
    Files.copy(Path.of("src/test/resources/spotify-sdk/client.mjs"), folder.resolve("client.mjs"));
    String origin = served.uri("").toString();
    assertThat(runs(folder, "node", "client.mjs", origin, TRACK.id()))
        .as(() -> read(folder, "errors"))
        .isTrue();
    JsonNode answers = Served.JSON.readTree(read(folder, "output"));

    assertThat(answers.at("/track/name").asString()).isEqualTo(TRACK.name());
    assertThat(answers.at("/tracks/0/id").asString()).isEqualTo(TRACK.id());
    assertThat(answers.at("/tracks/1").isNull()).isTrue();
    assertThat(answers.at("/features/tempo").asDouble()).isEqualTo(TRACK.audio().tempo());
    assertThat(answers.at("/several_features/1").isNull()).isTrue();
    String artist = Entity.artistId(TRACK.artists().getFirst());
    for (String place : List.of("/search/artists/items/0", "/artist", "/artists/0")) {
      assertThat(answers.at(place + "/id").asString()).as(place).isEqualTo(artist);
    }
    assertThat(answers.at("/search/tracks/items")).isNotEmpty();
    assertThat(answers.at("/top/tracks")).isNotEmpty();
    assertThat(answers.at("/related/artists")).hasSize(20);
    String album = Entity.ALBUM.ids(TRACK).getFirst();
    assertThat(answers.at("/albums/items").valueStream().map(each -> each.get("id").asString()))
        .contains(album);
    assertThat(answers.at("/album/name").asString()).isEqualTo(TRACK.album());
    assertThat(answers.at("/several_albums/0/id").asString()).isEqualTo(album);
    assertThat(answers.at("/album_tracks/total").asInt()).isPositive();
    assertThat(answers.at("/genres/genres")).isNotEmpty();
    assertThat(answers.at("/recommendations/tracks")).hasSize(7);
    assertThat(answers.at("/recommendations/seeds")).hasSize(2);
    assertThat(answers.get("unknown").asString()).contains("404", "No track has the id 'nobody'.");
    assertThat(answers.get("analysis").asString()).contains("404", "analysis not found");
  }

  /**
   * Whether a command ends well; what it says is in the files {@code output} and {@code errors}.
   */
  private static boolean runs(Path folder, String... command) throws InterruptedException {
    try {
      Process process =
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectOutput(folder.resolve("output").toFile())
              .redirectError(folder.resolve("errors").toFile())
              .start();
      if (!process.waitFor(2, TimeUnit.MINUTES)) {
        process.destroyForcibly();
        return false;
      }
      return process.exitValue() == 0;
    } catch (IOException e) {
      return false; // there is no such command
    }
  }

  private static String read(Path folder, String file) {
    try {
      return Files.readString(folder.resolve(file), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
