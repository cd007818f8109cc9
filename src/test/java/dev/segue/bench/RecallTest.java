package dev.segue.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.segue.catalog.Progress;
import dev.segue.catalog.synthetic.SyntheticCatalog;
import dev.segue.engine.Engine;
import dev.segue.engine.Snapshot;
import dev.segue.engine.TestIndex;
import dev.segue.index.IndexedTrack;
import dev.segue.index.NearestQuery;
import dev.segue.index.Neighbour;
import dev.segue.index.TrackIndex;
import dev.segue.vector.FeatureSpace;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.List;
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
          TrackIndex index = forgetful(snapshot.index(), missed);
          assertThat(new Recall(index, space, K).of(seeds, Progress.NONE))
              .isEqualTo((K - missed) / (double) K, within(1e-12));
        }
      }
    }
  }

  /** An index that answers, instead of the nearest few, as many that are farther. */
  private static TrackIndex forgetful(TrackIndex index, int missed) {
    return (TrackIndex)
        Proxy.newProxyInstance(
            TrackIndex.class.getClassLoader(),
            new Class<?>[] {TrackIndex.class},
            (proxy, method, arguments) ->
                method.getName().equals("neighbours")
                    ? farther(index, missed, (NearestQuery) arguments[0])
                    : method.invoke(index, arguments));
  }

  private static List<Neighbour> farther(TrackIndex index, int missed, NearestQuery query)
      throws IOException {
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
}
