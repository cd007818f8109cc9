package dev.segue.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.segue.catalog.Progress;
import dev.segue.catalog.Track;
import dev.segue.catalog.synthetic.SyntheticCatalog;
import dev.segue.engine.Engine;
import dev.segue.engine.Snapshot;
import dev.segue.engine.TestIndex;
import dev.segue.index.GenreCount;
import dev.segue.index.IndexedTrack;
import dev.segue.index.NearestQuery;
import dev.segue.index.Neighbour;
import dev.segue.index.QueryText;
import dev.segue.index.Resemblance;
import dev.segue.index.Spelling;
import dev.segue.index.TextHits;
import dev.segue.index.TextQuery;
import dev.segue.index.TrackIndex;
import dev.segue.index.Vocabulary;
import dev.segue.query.NameField;
import dev.segue.query.TrackFilter;
import dev.segue.vector.FeatureSpace;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Recall counts what is missed. */
class RecallTest {
  private static final int K = 10;

  @Test
  void isTheShareThatIsFound(@TempDir Path folder) throws Exception {
    TestIndex test = new TestIndex(folder);
    test.build(new SyntheticCatalog(90, 7));
    try (Engine engine = test.open();
        Snapshot snapshot = engine.snapshot()) {
      for (FeatureSpace space : FeatureSpace.BUILT_IN) {
        List<IndexedTrack> seeds =
            new Seeds(snapshot.index(), new Random(1)).in(space).subList(0, 40);
        for (int missed = 0; missed <= K; missed++) {
          TrackIndex index = new Forgetful(snapshot.index(), missed);
          assertThat(new Recall(index, space, K).of(seeds, Progress.NONE))
              .isEqualTo((K - missed) / (double) K, within(1e-12));
        }
      }
    }
  }

  /** Answers the same tracks, but instead of the nearest few, as many that are farther. */
  private record Forgetful(TrackIndex index, int missed) implements TrackIndex {
    @Override
    public List<Neighbour> neighbours(NearestQuery query) throws IOException {
      List<Neighbour> more =
          index.neighbours(
              new NearestQuery(
                  query.space(),
                  query.vector(),
                  query.k() + missed,
                  query.filter(),
                  query.versions(),
                  query.excluded()));
      return more.subList(missed, more.size());
    }

    @Override
    public List<Integer> versions(int ordinal) {
      return index.versions(ordinal);
    }

    @Override
    public int[] orderByPlace(FeatureSpace space) throws IOException {
      return index.orderByPlace(space);
    }

    @Override
    public boolean exact(FeatureSpace space) {
      return false;
    }

    @Override
    public Optional<float[]> vector(FeatureSpace space, int ordinal) throws IOException {
      return index.vector(space, ordinal);
    }

    @Override
    public int count(TrackFilter filter) throws IOException {
      return index.count(filter);
    }

    @Override
    public int size() {
      return index.size();
    }

    @Override
    public Optional<IndexedTrack> byId(String id) throws IOException {
      return index.byId(id);
    }

    @Override
    public Track track(int ordinal) throws IOException {
      return index.track(ordinal);
    }

    @Override
    public List<GenreCount> genres() {
      return index.genres();
    }

    @Override
    public TextHits search(TextQuery query) throws IOException {
      return index.search(query);
    }

    @Override
    public QueryText read(String text) {
      return index.read(text);
    }

    @Override
    public List<String> wholes(String name) {
      return index.wholes(name);
    }

    @Override
    public List<Resemblance> resembling(
        List<List<Spelling>> words, int atLeast, TrackFilter filter, int limit) throws IOException {
      return index.resembling(words, atLeast, filter, limit);
    }

    @Override
    public List<IndexedTrack> popular(NameField field, List<List<Spelling>> words, int limit)
        throws IOException {
      return index.popular(field, words, limit);
    }

    @Override
    public Vocabulary vocabulary() {
      return index.vocabulary();
    }

    @Override
    public void close() throws IOException {
      index.close();
    }
  }
}
