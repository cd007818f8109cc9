package dev.segue.index.lucene;

import dev.segue.index.IndexBackend;
import dev.segue.index.IndexBackendContract;
import org.apache.lucene.index.NoMergePolicy;

/** An index of several segments answers as one of one segment does. */
class LuceneSegmentsTest extends IndexBackendContract {
  @Override
  protected IndexBackend backend() {
    return new LuceneBackend(1_700, NoMergePolicy.INSTANCE);
  }
}
