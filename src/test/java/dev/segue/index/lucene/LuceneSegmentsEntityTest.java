package dev.segue.index.lucene;

import dev.segue.index.EntityContract;
import dev.segue.index.IndexBackend;
import org.apache.lucene.index.NoMergePolicy;

/** Of artists and albums in several segments. */
class LuceneSegmentsEntityTest extends EntityContract {
  @Override
  protected IndexBackend backend() {
    return new LuceneBackend(300, NoMergePolicy.INSTANCE);
  }
}
