package dev.segue.listening.model;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Keeps how far a long training has come, so that it can go on from there after it was ended. */
public interface Checkpoint {
  /** Keeps nothing. */
  Checkpoint NONE =
      new Checkpoint() {
        @Override
        public Optional<Path> last() {
          return Optional.empty();
        }

        @Override
        public boolean due() {
          return false;
        }

        @Override
        public void keep(Content content) {}
      };

  /** The folder of what was kept last, by this training or another; empty when nothing is. */
  Optional<Path> last() throws IOException;

  /** Whether what would be lost by now is worth keeping. */
  boolean due();

  /** Keeps something in the place of what was kept: whole, or not at all. */
  void keep(Content content) throws IOException;

  /** Something to be kept. */
  interface Content {
    /**
     * Writes it.
     *
     * @param folder is empty
     */
    void write(Path folder) throws IOException;
  }
}
