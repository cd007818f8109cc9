package dev.segue.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.segue.catalog.Track;
import dev.segue.engine.TestIndex;
import dev.segue.http.Served.Reply;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A server that goes on answering while its index is rebuilt. */
@Timeout(60)
class GenerationSwitchTest {
  private static final int REBUILDS = 3;
  private static final int ASKERS = 3;

  @TempDir Path temp;

  @Test
  void noRequestFailsAndNoReplyMixesGenerations() throws Exception {
    TestIndex index = new TestIndex(temp.resolve("index"));
    index.build(edition(1));
    AtomicBoolean done = new AtomicBoolean();
    Set<String> seen = ConcurrentHashMap.newKeySet();
    String id = Served.catalogue().get(42).id();
    List<String> questions =
        List.of(
            "/api/search?limit=100",
            "/api/search?q=edition&limit=50&sort=-popularity",
            "/api/tracks/" + id + "/similar?k=100",
            "/api/similar?q=edition&space=audio-12");
    try (Served served = Served.start(index.open(), Served.page(temp), Optional.empty());
        ExecutorService askers = Executors.newFixedThreadPool(ASKERS)) {
      served.engine().follow(Duration.ofMillis(20));
      List<Future<?>> asking = new ArrayList<>();
      for (int i = 0; i < ASKERS; i++) {
        int offset = i;
        asking.add(
            askers.submit(
                () -> {
                  for (int n = offset; !done.get(); n++) {
                    Reply reply = served.get(questions.get(n % questions.size()));
                    assertThat(reply.status()).as(reply.text()).isEqualTo(200);
                    seen.add(generation(reply));
                  }
                  return null;
                }));
      }
      try {
        for (long edition = 2; edition <= 1 + REBUILDS; edition++) {
          long generation = index.build(edition(edition));
          assertThat(generation).isEqualTo(edition);
          String answering = Long.toString(edition);
          await(() -> seen.contains(answering) || asking.stream().anyMatch(Future::isDone));
        }
      } finally {
        done.set(true);
      }
      for (Future<?> asker : asking) {
        asker.get();
      }
      assertThat(seen).containsExactlyInAnyOrder("1", "2", "3", "4");
      assertThat(served.get("/metrics").text()).contains("segue_index_generation 4.0");
      assertThat(mapped("generation-4/")).isPositive();
      await(() -> mapped("generation-1/") + mapped("generation-2/") + mapped("generation-3/") == 0);
    }
    assertThat(mapped("generation-4/")).isZero();
  }

  /** The one generation that all tracks of a reply, and its tag, are of. */
  private static String generation(Reply reply) {
    String generation = reply.header("ETag").split("-", -1)[1];
    for (JsonNode hit : reply.json().get("tracks")) {
      assertThat(hit.get("track").get("album").asString()).isEqualTo("Edition " + generation);
    }
    return generation;
  }

  @Test
  void aRebuildEndsTagsAndCursors() throws Exception {
    TestIndex index = new TestIndex(temp.resolve("index"));
    index.build(edition(1));
    try (Served served = Served.start(index.open(), Served.page(temp), Optional.empty())) {
      Reply before = served.get("/api/search");
      String next = "/api/search?cursor=" + before.json().get("next_cursor").asString();
      assertThat(served.get(next).status()).isEqualTo(200);
      index.build(edition(2));
      served.engine().follow(Duration.ofMillis(5));
      await(() -> tag(served).startsWith("W/\"0") && !tag(served).equals(before.header("ETag")));
      Reply after = served.get("/api/search", "If-None-Match", before.header("ETag"));
      assertThat(after.status()).isEqualTo(200);
      JsonNode problem = WrongQuestionsTest.problem(served.get(next), 410, "cursor_expired");
      assertThat(problem.get("parameter").asString()).isEqualTo("cursor");
      assertThat(problem.get("detail").asString())
          .isEqualTo(
              "The cursor is of generation 1 of the index, which was built anew since (now 2); ask"
                  + " again without it.");
    }
  }

  private static String tag(Served served) {
    try {
      return served.get("/api/search").header("ETag");
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  /** The same tracks, but all of one album. */
  private static List<Track> edition(long edition) {
    return Served.catalogue().stream()
        .map(
            track ->
                new Track(
                    track.id(),
                    track.name(),
                    track.artists(),
                    "Edition " + edition,
                    track.genres(),
                    track.popularity(),
                    track.durationMillis(),
                    track.explicit(),
                    track.year(),
                    null,
                    track.audio()))
        .toList();
  }

  /** How many files of this index below a folder the process holds in memory. */
  private long mapped(String folder) {
    Path maps = Path.of("/proc/self/maps");
    assumeTrue(Files.exists(maps), "needs Linux's /proc");
    String wanted = temp.resolve("index").resolve(folder).toString();
    try (Stream<String> lines = Files.lines(maps)) {
      return lines.filter(line -> line.contains(wanted)).count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void await(BooleanSupplier condition) throws InterruptedException {
    while (!condition.getAsBoolean()) {
      TimeUnit.MILLISECONDS.sleep(5);
    }
  }
}
