package dev.segue.http;

import dev.segue.engine.Engine;
import dev.segue.engine.Listening;
import dev.segue.experiment.Experiments;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/** Servers for tests, on a free port. */
public final class TestServer {
  private TestServer() {}

  /** Keeps events in a file, for good and of every track. */
  public static Listening listening(Path file) {
    return Listening.open(
        file.toString(), Listening.UnknownTracks.PENDING, Optional.empty(), Clock.systemUTC());
  }

  /** Serves whoever asks from this machine, with a page that lies in a folder. */
  public static HttpServer start(
      Engine engine, Path web, Optional<Listening> listening, Experiments experiments)
      throws IOException {
    return HttpServer.start(
        engine,
        new HttpServer.Options(
            "127.0.0.1", 0, web, Optional.empty(), Map.of(), listening, experiments));
  }
}
