package dev.segue.bench;

import dev.segue.catalog.Track;
import dev.segue.engine.Engine;
import dev.segue.engine.Snapshot;
import dev.segue.index.IndexedTrack;
import dev.segue.rank.ScoredTrack;
import dev.segue.recommend.SimilarRequest;
import dev.segue.search.SearchRequest;
import dev.segue.search.SearchResult;
import dev.segue.vector.FeatureSpace;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** What a question costs in process, on one thread, answers with whole tracks. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 5)
@Measurement(iterations = 5, time = 5)
@Fork(
    value = 1,
    jvmArgsAppend = {"--add-modules", "jdk.incubator.vector"})
public class EngineBenchmark {
  private static final int QUESTIONS = 4_096;
  private static final int SEED = 114;

  @Param("index")
  public String index;

  private Engine engine;
  private Snapshot snapshot;
  private IndexedTrack[] seeds;
  private String[] texts;
  private int next;

  /** Questions about random tracks: themselves, and a word of the title with one of the artist. */
  @Setup
  public void open() throws IOException {
    engine = Engine.open(Path.of(index));
    snapshot = engine.snapshot();
    seeds = new IndexedTrack[QUESTIONS];
    texts = new String[QUESTIONS];
    Random random = new Random(SEED);
    for (int i = 0; i < QUESTIONS; i++) {
      int ordinal = random.nextInt(snapshot.index().size());
      Track track = snapshot.index().track(ordinal);
      seeds[i] = new IndexedTrack(ordinal, track);
      texts[i] = firstWord(track.name()) + " " + firstWord(track.artists().getFirst());
    }
  }

  @TearDown
  public void close() {
    snapshot.close();
    engine.close();
  }

  @Benchmark
  public SearchResult searchTwoWords() throws IOException {
    return search(texts[next()]);
  }

  /** The costliest question of someone who types: one letter. */
  @Benchmark
  public SearchResult searchOneLetter() throws IOException {
    return search(texts[next()].substring(0, 1));
  }

  @Benchmark
  public List<ScoredTrack> similarAudio12() throws IOException {
    return similar(SimilarRequest.unfiltered(FeatureSpace.AUDIO_12, 10));
  }

  @Benchmark
  public List<ScoredTrack> similarProfile16() throws IOException {
    return similar(SimilarRequest.unfiltered(FeatureSpace.PROFILE_16, 10));
  }

  private SearchResult search(String text) throws IOException {
    return snapshot.search().search(SearchRequest.best(text, 10));
  }

  private List<ScoredTrack> similar(SimilarRequest request) throws IOException {
    return snapshot.recommender().similar(seeds[next()], request);
  }

  private int next() {
    next = (next + 1) % QUESTIONS;
    return next;
  }

  private static String firstWord(String text) {
    int end = text.indexOf(' ');
    return end > 0 ? text.substring(0, end) : text;
  }
}
