package dev.segue.index.lucene;

import dev.segue.index.EntityContract;
import dev.segue.index.IndexBackend;

class LuceneEntityTest extends EntityContract {
  @Override
  protected IndexBackend backend() {
    return new LuceneBackend();
  }
}
