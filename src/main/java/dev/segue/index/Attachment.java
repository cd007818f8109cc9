package dev.segue.index;

import dev.segue.vector.VectorSpace;
import java.nio.file.Path;

/**
 * Vectors of an index's tracks in one more space, kept apart from it.
 *
 * @param folder where they are
 * @param space in which they are
 */
public record Attachment(Path folder, VectorSpace space) {}
