package dev.segue.cli;

import dev.segue.catalog.ReadOptions;
import dev.segue.engine.BusyException;
import dev.segue.engine.Engine;
import dev.segue.engine.Listening;
import dev.segue.engine.Rebuild;
import dev.segue.engine.Snapshot;
import dev.segue.experiment.ExperimentFile;
import dev.segue.experiment.Experiments;
import dev.segue.http.HttpServer;
import dev.segue.http.api.ListenerApi;
import dev.segue.http.spotify.ClientKeys;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How to serve, and serving. */
final class ServeOptions {
  private static final Duration FOLLOW = Duration.ofMillis(500);
  private static final int KEEP = 3;
  private static final int MAX_PORT = 65_535;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Mixin private CommonOptions common;
  @Mixin private ListeningOptions listeningOptions;

  @Option(
      names = "--host",
      paramLabel = "ADDRESS",
      defaultValue = "127.0.0.1",
      description = "The address to listen on (default: ${DEFAULT-VALUE}).")
  private String host;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      defaultValue = "7070",
      description = "The port to listen on, 0 for any that is free (default: ${DEFAULT-VALUE}).")
  private int port;

  @Option(
      names = "--web",
      paramLabel = "DIR",
      description = "Where the page lies (default: web, in Segue's own folder).")
  private Path web;

  @Option(
      names = "--cors-origin",
      paramLabel = "ORIGIN",
      description = "Let scripts of this site ask the API, * for any (default: none).")
  private Optional<String> corsOrigin = Optional.empty();

  @Option(
      names = "--client-keys",
      paramLabel = "FILE",
      description =
          "Let only those ask /v1 who are in this file, one id:secret a line (default: everybody).")
  private Path clientKeys;

  @Option(
      names = "--experiments",
      paramLabel = "FILE",
      description =
          "Recommend to some users by other variants, as this file says; `segue evaluate"
              + " experiment` tells how they like it (default: none).")
  private Path experimentsFile;

  /** Serves until the program is told to end. */
  int serve() throws IOException, InterruptedException {
    if (port < 0 || port > MAX_PORT) {
      throw new ParameterException(
          command.commandLine(), "--port is %d, allowed is 0 to %d.".formatted(port, MAX_PORT));
    }
    Map<String, String> keys = clientKeys == null ? Map.of() : ClientKeys.read(clientKeys);
    Experiments experiments =
        experimentsFile == null
            ? Experiments.NONE
            : ExperimentFile.read(experimentsFile, ListenerApi.VARIED);
    Optional<Listening> listening = listeningOptions.open();
    if (!Engine.exists(common.index())) {
      indexSample();
    }
    Engine engine = common.openForMany();
    try (Snapshot snapshot = engine.snapshot()) {
      ListenerApi.check(experiments, snapshot);
    }
    HttpServer server =
        HttpServer.start(
            engine,
            new HttpServer.Options(
                host,
                port,
                web == null ? Home.web() : web,
                corsOrigin,
                keys,
                listening,
                experiments));
    engine.follow(FOLLOW);
    CountDownLatch ended = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(
            Thread.ofPlatform()
                .unstarted(
                    () -> {
                      server.close();
                      listening.ifPresent(Listening::close);
                      engine.close();
                      ended.countDown();
                    }));
    announce(engine, server);
    ended.await();
    return Main.DONE;
  }

  private void announce(Engine engine, HttpServer server) {
    try (var snapshot = engine.snapshot()) {
      Serving serving =
          new Serving(
              "http://%s:%d".formatted(host.contains(":") ? "[" + host + "]" : host, server.port()),
              snapshot.manifest().tracks(),
              snapshot.manifest().generation());
      Output out = common.output();
      out.answer(
          serving,
          it -> out.line("Segue is at %s with %,d tracks. Ctrl-C ends it.", it.url(), it.tracks()));
    }
  }

  /** What is answered once it serves. */
  record Serving(String url, int tracks, long generation) {}

  private void indexSample() throws IOException, InterruptedException {
    common.tell("No index in %s yet: indexing the sample catalogue.".formatted(common.index()));
    while (!Engine.exists(common.index())) {
      try {
        new Rebuild(common.index(), Clock.systemUTC(), common.progress())
            .run(List.of(Home.sample().toString()), ReadOptions.DEFAULT, KEEP);
      } catch (BusyException e) {
        Thread.sleep(FOLLOW); // somebody else is at it
      }
    }
  }
}
