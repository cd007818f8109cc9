package dev.segue.index.lucene;

import dev.segue.index.IndexBackend;
import dev.segue.index.TextContract;

class LuceneTextTest extends TextContract {
  @Override
  protected IndexBackend backend() {
    return new LuceneBackend();
  }
}
