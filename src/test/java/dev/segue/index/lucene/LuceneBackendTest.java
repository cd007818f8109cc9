package dev.segue.index.lucene;

import dev.segue.index.IndexBackend;
import dev.segue.index.IndexBackendContract;

class LuceneBackendTest extends IndexBackendContract {
  @Override
  protected IndexBackend backend() {
    return new LuceneBackend();
  }
}
