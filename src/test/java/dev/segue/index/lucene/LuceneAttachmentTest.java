package dev.segue.index.lucene;

import dev.segue.index.AttachmentContract;
import dev.segue.index.IndexBackend;

/** An index of one segment. */
class LuceneAttachmentTest extends AttachmentContract {
  @Override
  protected IndexBackend backend() {
    return new LuceneBackend();
  }
}
