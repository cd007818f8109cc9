package dev.segue.index.lucene;

import dev.segue.catalog.Track;
import java.io.IOException;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;

/** Gives documents back as the tracks that they were made of. */
record Records(IndexReader reader) {
  Track track(int document) throws IOException {
    LeafReaderContext leaf = reader.leaves().get(ReaderUtil.subIndex(document, reader.leaves()));
    BinaryDocValues records = leaf.reader().getBinaryDocValues(TrackDocument.RECORD);
    records.advanceExact(document - leaf.docBase);
    return TrackRecord.decode(records.binaryValue());
  }
}
