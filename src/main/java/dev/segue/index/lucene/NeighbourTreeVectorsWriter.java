package dev.segue.index.lucene;

import dev.segue.vector.Metric;
import dev.segue.vector.NeighbourTreeShape;
import dev.segue.vector.NeighbourTreeWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.codecs.CodecUtil;
import org.apache.lucene.codecs.KnnFieldVectorsWriter;
import org.apache.lucene.codecs.KnnVectorsWriter;
import org.apache.lucene.codecs.hnsw.FlatVectorsFormat;
import org.apache.lucene.codecs.hnsw.FlatVectorsReader;
import org.apache.lucene.codecs.hnsw.FlatVectorsWriter;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.FieldInfos;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.IndexFileNames;
import org.apache.lucene.index.MergeState;
import org.apache.lucene.index.SegmentReadState;
import org.apache.lucene.index.SegmentWriteState;
import org.apache.lucene.index.Sorter;
import org.apache.lucene.store.IndexOutput;
import org.apache.lucene.util.IORunnable;
import org.apache.lucene.util.IOUtils;

/**
 * Writes flat vectors, and when they are complete reads them back to build the trees: the same for
 * new and for merged segments, sorted or not.
 */
final class NeighbourTreeVectorsWriter extends KnnVectorsWriter {
  private final SegmentWriteState state;
  private final FlatVectorsFormat flatFormat;
  private final List<FieldInfo> fields = new ArrayList<>();
  private FlatVectorsWriter flat;
  private IndexOutput meta;
  private IndexOutput blocks;

  NeighbourTreeVectorsWriter(SegmentWriteState state, FlatVectorsFormat flatFormat)
      throws IOException {
    this.state = state;
    this.flatFormat = flatFormat;
    try {
      flat = flatFormat.fieldsWriter(state);
      meta =
          create(NeighbourTreeVectorsFormat.META_EXTENSION, NeighbourTreeVectorsFormat.META_CODEC);
      blocks =
          create(
              NeighbourTreeVectorsFormat.BLOCKS_EXTENSION, NeighbourTreeVectorsFormat.BLOCKS_CODEC);
    } catch (IOException | RuntimeException | Error e) {
      IOUtils.closeWhileSuppressingExceptions(e, this);
      throw e;
    }
  }

  @Override
  public KnnFieldVectorsWriter<?> addField(FieldInfo field) throws IOException {
    fields.add(field);
    return flat.addField(field);
  }

  @Override
  public void flush(int maxDoc, Sorter.DocMap sortMap) throws IOException {
    flat.flush(maxDoc, sortMap);
  }

  @Override
  public IORunnable mergeOneField(FieldInfo field, MergeState mergeState) throws IOException {
    fields.add(field);
    flat.mergeOneFlatVectorField(field, mergeState);
    return null;
  }

  @Override
  public void finish() throws IOException {
    flat.finish();
    flat.close();
    // The state knows the fields of a merge only.
    FieldInfos fieldInfos = new FieldInfos(fields.toArray(FieldInfo[]::new));
    try (FlatVectorsReader vectors =
        flatFormat.fieldsReader(
            new SegmentReadState(
                state.directory,
                state.segmentInfo,
                fieldInfos,
                state.context,
                state.segmentSuffix))) {
      for (FieldInfo field : fields) {
        meta.writeInt(field.number);
        writeTree(field, vectors);
      }
    }
    meta.writeInt(-1);
    CodecUtil.writeFooter(meta);
    CodecUtil.writeFooter(blocks);
  }

  @Override
  public long ramBytesUsed() {
    return flat.ramBytesUsed();
  }

  @Override
  public void close() throws IOException {
    IOUtils.close(flat, meta, blocks);
  }

  private void writeTree(FieldInfo field, FlatVectorsReader vectors) throws IOException {
    Metric metric = NeighbourTreeVectorsFormat.metric(field);
    FloatVectorValues values = metric == null ? null : vectors.getFloatVectorValues(field.name);
    if (values == null
        || values.size() == 0
        || !NeighbourTreeWriter.fits(field.getVectorDimension(), values.size())
        || !accepted(values, metric)) {
      meta.writeByte((byte) 0);
      return;
    }
    NeighbourTreeWriter tree =
        new NeighbourTreeWriter(metric, field.getVectorDimension(), values.size());
    for (int ord = 0; ord < values.size(); ord++) {
      tree.add(values.vectorValue(ord));
    }
    long offset = blocks.alignFilePointer(64);
    writeShape(tree.write(block -> blocks.writeBytes(block, block.length)), offset);
  }

  private void writeShape(NeighbourTreeShape shape, long offset) throws IOException {
    meta.writeByte((byte) 1);
    meta.writeInt(shape.size());
    writeDouble(shape.least());
    writeDouble(shape.greatest());
    meta.writeVLong(offset);
    meta.writeVLong(blocks.getFilePointer() - offset);
    meta.writeVInt(shape.axes().length);
    for (double[] axis : shape.axes()) {
      for (double number : axis) {
        writeDouble(number);
      }
    }
    meta.writeVInt(shape.nodes().length / NeighbourTreeShape.NUMBERS);
    for (int number : shape.nodes()) {
      meta.writeInt(number);
    }
  }

  private void writeDouble(double number) throws IOException {
    meta.writeLong(Double.doubleToLongBits(number));
  }

  private static boolean accepted(FloatVectorValues values, Metric metric) throws IOException {
    for (int ord = 0; ord < values.size(); ord++) {
      if (!metric.accepts(values.vectorValue(ord))) {
        return false;
      }
    }
    return true;
  }

  private IndexOutput create(String extension, String codec) throws IOException {
    IndexOutput output =
        state.directory.createOutput(
            IndexFileNames.segmentFileName(state.segmentInfo.name, state.segmentSuffix, extension),
            state.context);
    try {
      CodecUtil.writeIndexHeader(
          output,
          codec,
          NeighbourTreeVectorsFormat.VERSION_CURRENT,
          state.segmentInfo.getId(),
          state.segmentSuffix);
      return output;
    } catch (IOException | RuntimeException | Error e) {
      IOUtils.closeWhileSuppressingExceptions(e, output);
      throw e;
    }
  }
}
