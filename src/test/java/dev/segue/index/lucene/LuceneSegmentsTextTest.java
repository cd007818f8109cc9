package dev.segue.index.lucene;

import dev.segue.index.IndexBackend;
import dev.segue.index.TextContract;
import org.apache.lucene.index.NoMergePolicy;

/** Words of several segments are words of one index. */
class LuceneSegmentsTextTest extends TextContract {
  @Override
  protected IndexBackend backend() {
    return new LuceneBackend(5, NoMergePolicy.INSTANCE);
  }
}
