package dev.segue.index.lucene;

import dev.segue.index.IndexBackend;
import dev.segue.index.VersionsContract;

class LuceneVersionsTest extends VersionsContract {
  @Override
  protected IndexBackend backend() {
    return new LuceneBackend();
  }
}
