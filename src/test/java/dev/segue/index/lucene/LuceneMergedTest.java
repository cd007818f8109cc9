package dev.segue.index.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.catalog.Track;
import dev.segue.index.IndexBackend;
import dev.segue.index.IndexBackendContract;
import dev.segue.index.IndexBuilder;
import dev.segue.index.RandomTracks;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An index that did not fit in memory at once is one segment in the end. */
class LuceneMergedTest extends IndexBackendContract {
  @Override
  protected IndexBackend backend() {
    return new LuceneBackend(1_700, new TieredMergePolicy());
  }

  @Test
  void hasOneSegment(@TempDir Path folder) throws IOException {
    try (IndexBuilder builder =
        new LuceneBackend(10, new TieredMergePolicy()).create(folder, List.of())) {
      int ordinal = 0;
      for (Track track : new RandomTracks(1).list(95)) {
        builder.add(ordinal, track, Map.of(), ordinal++);
      }
      builder.commit();
    }
    try (FSDirectory directory = FSDirectory.open(folder);
        DirectoryReader reader = DirectoryReader.open(directory)) {
      assertThat(reader.numDocs()).isEqualTo(95);
      assertThat(reader.leaves()).hasSize(1);
    }
  }
}
