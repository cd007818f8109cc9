package dev.segue.index.lucene;

import org.apache.lucene.codecs.Codec;
import org.apache.lucene.tests.index.BaseKnnVectorsFormatTestCase;
import org.apache.lucene.tests.util.TestUtil;

/** Lucene's own tests of a vectors format. */
public class NeighbourTreeVectorsFormatTest extends BaseKnnVectorsFormatTestCase {
  @Override
  protected Codec getCodec() {
    return TestUtil.alwaysKnnVectorsFormat(new NeighbourTreeVectorsFormat());
  }

  /** That is for formats which keep nothing but quantised vectors. */
  @Override
  protected boolean supportsFloatVectorFallback() {
    return false;
  }

  /** Graphs come out differently, trees do not. */
  @Override
  protected boolean mergeIsStable() {
    return true;
  }
}
