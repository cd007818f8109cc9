package dev.segue.index;

import dev.segue.catalog.Track;
import java.io.Closeable;
import java.io.IOException;
import java.util.Map;

/**
 * Builds one index. {@link #add} may be called by several threads at once; closing without {@link
 * #commit} leaves something that nobody can open.
 */
public interface IndexBuilder extends Closeable {
  /**
   * Adds a track.
   *
   * @param ordinal its position in the catalogue: every number from 0 up, each once, in any order
   * @param vectors its {@code float[d]} by the name of the space, as {@link
   *     dev.segue.vector.FittedSpace#vector} makes them; a space without one is left out
   * @param foremost the ordinal of the version that stands for its recording; its own when it is
   *     that, or alone
   */
  void add(int ordinal, Track track, Map<String, float[]> vectors, int foremost) throws IOException;

  /** Makes all that was added durable; the last call. */
  void commit() throws IOException;
}
