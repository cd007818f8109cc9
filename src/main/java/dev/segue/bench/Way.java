package dev.segue.bench;

import dev.segue.engine.Snapshot;
import java.io.Closeable;
import java.io.IOException;

/** How questions reach the engine. Any number of threads may ask, each with an asker of its own. */
sealed interface Way {
  /** One who asks, one question after another. */
  interface Asker extends Closeable {
    /** Asks, and has the whole answer when it returns. */
    void ask(Question question) throws IOException;

    @Override
    default void close() throws IOException {}
  }

  /** Its name in JSON. */
  String label();

  /** A new asker, to be closed by its owner. */
  Asker open() throws IOException;

  /** Calls of the engine's objects. */
  record InProcess(Snapshot snapshot) implements Way {
    @Override
    public String label() {
      return BenchReport.IN_PROCESS;
    }

    @Override
    public Asker open() {
      return question -> question.ask(snapshot);
    }
  }

  /** Requests to a server on this machine, each asker over one connection that is kept. */
  record Http(int port) implements Way {
    @Override
    public String label() {
      return BenchReport.HTTP;
    }

    @Override
    public Asker open() throws IOException {
      return new Connection(port);
    }
  }
}
