package dev.segue.search;

import dev.segue.catalog.Track;
import dev.segue.index.Indexes;
import dev.segue.index.TrackIndex;
import dev.segue.index.lucene.LuceneBackend;
import dev.segue.vector.FeatureSpace;
import dev.segue.vector.FittedSpace;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.IntUnaryOperator;

/** A catalogue to search, in real Lucene. */
final class Searched implements AutoCloseable {
  final TrackIndex index;
  final TrackSearch search;

  Searched(List<Track> tracks, Path folder) throws Exception {
    this(tracks, List.of(), folder);
  }

  Searched(List<Track> tracks, List<FittedSpace> spaces, Path folder) throws Exception {
    this(tracks, spaces, ordinal -> ordinal, folder);
  }

  Searched(List<Track> tracks, List<FittedSpace> spaces, IntUnaryOperator foremost, Path folder)
      throws Exception {
    index = Indexes.build(new LuceneBackend(), tracks, spaces, foremost, folder);
    List<FeatureSpace> declared = spaces.stream().map(FittedSpace::space).toList();
    search = new TrackSearch(index, declared, 1, Instant.EPOCH);
  }

  SearchResult find(String q) throws IOException {
    return search.search(SearchRequest.best(q, 10));
  }

  List<String> ids(String q) throws IOException {
    return find(q).tracks().stream().map(hit -> hit.track().id()).toList();
  }

  List<Suggestion> suggest(String q) throws IOException {
    return search.suggest(new SuggestRequest(q, 10));
  }

  /** A marked text as one reads it: what is marked stands in brackets. */
  static String read(MarkedText text) {
    StringBuilder all = new StringBuilder();
    for (MarkedText.Part part : text.parts()) {
      all.append(part.marked() ? "[" + part.text() + "]" : part.text());
    }
    return all.toString();
  }

  @Override
  public void close() throws IOException {
    index.close();
  }
}
