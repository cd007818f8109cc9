package dev.segue.index.lucene;

import dev.segue.index.IndexBackend;
import dev.segue.index.VersionsContract;
import org.apache.lucene.index.NoMergePolicy;

/** Versions in other segments are versions all the same. */
class LuceneSegmentsVersionsTest extends VersionsContract {
  @Override
  protected IndexBackend backend() {
    return new LuceneBackend(300, NoMergePolicy.INSTANCE);
  }
}
