package dev.segue.cli;

import dev.segue.catalog.CatalogWriter;
import dev.segue.catalog.Progress;
import dev.segue.catalog.ReadOptions;
import dev.segue.catalog.Track;
import dev.segue.catalog.synthetic.SyntheticCatalog;
import dev.segue.engine.Engine;
import dev.segue.engine.Rebuild;
import dev.segue.http.HttpServer;
import java.io.BufferedWriter;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;

/**
 * {@code segue warm-up}: does a little of everything, in a folder of its own that it takes away
 * again, and says nothing. The launcher runs it once after a build, to learn which classes to keep
 * in the archive that shortens every later start.
 */
@Command(name = "warm-up", hidden = true)
final class WarmUpCommand implements Callable<Integer> {
  private static final int TRACKS = 200;

  @Override
  public Integer call() throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("segue-warm-up");
    try {
      Path catalogue = folder.resolve("catalogue.csv");
      write(catalogue);
      Path index = folder.resolve("index");
      new Rebuild(index, Clock.systemUTC(), Progress.NONE)
          .run(List.of(catalogue.toString()), ReadOptions.DEFAULT, 1);
      ask(index);
    } finally {
      delete(folder);
    }
    return Main.DONE;
  }

  private static void write(Path catalogue) throws IOException {
    try (BufferedWriter file = Files.newBufferedWriter(catalogue);
        CatalogWriter writer = new CatalogWriter(file)) {
      for (Track track : new SyntheticCatalog(TRACKS, 1)) {
        writer.write(track);
      }
    }
  }

  private static void ask(Path index) throws IOException, InterruptedException {
    try (Engine engine = Engine.open(index);
        HttpServer server =
            HttpServer.start(engine, HttpServer.Options.open("127.0.0.1", 0, Home.web()));
        HttpClient client = HttpClient.newHttpClient()) {
      for (String path :
          List.of("/", "/api/stats", "/api/search?q=the", "/api/similar?q=the", "/api/nothing")) {
        URI url = URI.create("http://127.0.0.1:" + server.port() + path);
        client.send(HttpRequest.newBuilder(url).build(), BodyHandlers.discarding());
      }
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
