package dev.segue.index;

import dev.segue.vector.FeatureSpace;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A kind of index: where tracks are kept and found. What every kind must do is a contract test. */
public interface IndexBackend {
  /**
   * Begins an index.
   *
   * @param folder exists and is empty; what the index needs to be found again goes here
   * @param spaces those that tracks will have vectors in
   */
  IndexBuilder create(Path folder, List<FeatureSpace> spaces) throws IOException;

  /**
   * Opens an index that was committed.
   *
   * @param folder that of {@link #create}
   * @param spaces those of {@link #create}
   */
  TrackIndex open(Path folder, List<FeatureSpace> spaces) throws IOException;
}
