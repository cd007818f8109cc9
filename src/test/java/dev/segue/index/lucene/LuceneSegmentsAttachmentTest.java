package dev.segue.index.lucene;

import dev.segue.index.AttachmentContract;
import dev.segue.index.IndexBackend;
import org.apache.lucene.index.NoMergePolicy;

/** An index of several segments. */
class LuceneSegmentsAttachmentTest extends AttachmentContract {
  @Override
  protected IndexBackend backend() {
    return new LuceneBackend(1_100, NoMergePolicy.INSTANCE);
  }
}
