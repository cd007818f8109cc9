package dev.segue.index;

import dev.segue.vector.FeatureSpace;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

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
  default TrackIndex open(Path folder, List<FeatureSpace> spaces) throws IOException {
    return open(folder, spaces, Optional.empty());
  }

  /**
   * Opens an index that was committed, with what was attached to it.
   *
   * @param folder that of {@link #create}
   * @param spaces those of {@link #create}
   * @throws IOException when what was attached is damaged, or was attached to another index
   */
  TrackIndex open(Path folder, List<FeatureSpace> spaces, Optional<Attachment> attachment)
      throws IOException;

  /** Gives tracks vectors. */
  interface Vectors {
    /** The {@code float[d]} of the track with an ordinal, or {@code null} where it has none. */
    float[] of(int ordinal);
  }

  /**
   * Gives tracks of an index that was committed vectors in one more space; the index itself does
   * not change.
   *
   * @param folder that of {@link #create}
   * @param attachment its folder exists and is empty
   */
  void attach(Path folder, Attachment attachment, Vectors vectors) throws IOException;
}
