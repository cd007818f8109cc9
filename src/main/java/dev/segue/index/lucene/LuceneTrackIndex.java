package dev.segue.index.lucene;

import dev.segue.catalog.Track;
import dev.segue.index.Facets;
import dev.segue.index.GenreCount;
import dev.segue.index.IndexedTrack;
import dev.segue.index.NearestQuery;
import dev.segue.index.Neighbour;
import dev.segue.index.QueryText;
import dev.segue.index.QueryWord;
import dev.segue.index.Resemblance;
import dev.segue.index.Spelling;
import dev.segue.index.TextHits;
import dev.segue.index.TextQuery;
import dev.segue.index.TrackIndex;
import dev.segue.index.Vocabulary;
import dev.segue.index.lucene.Words.Word;
import dev.segue.query.NameField;
import dev.segue.query.TrackFilter;
import dev.segue.query.TrackSort;
import dev.segue.rank.ScorePart;
import dev.segue.rank.ScoredTrack;
import dev.segue.vector.FeatureSpace;
import dev.segue.vector.Metric;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.lucene.facet.FacetsCollector;
import org.apache.lucene.facet.FacetsCollectorManager;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MultiCollectorManager;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopFieldDocs;
import org.apache.lucene.search.Weight;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.IOUtils;

/** Answers from one committed Lucene index, read through memory mapping. */
final class LuceneTrackIndex implements TrackIndex {
  private final Directory directory;
  private final DirectoryReader reader;
  private final IndexSearcher searcher;
  private final TextAnalysis analysis = new TextAnalysis();
  private final FilterQueries filters = new FilterQueries(analysis);
  private final TextQueries textQueries;
  private final Vocabulary vocabulary;
  private final FacetCounts facetCounts;
  private final NearestSearch nearestSearch;
  private final List<GenreCount> genres;

  /** The ordinal of every document, and the document of every ordinal. */
  private final int[] ordinals;

  private final int[] documents;

  private LuceneTrackIndex(Directory directory, DirectoryReader reader) throws IOException {
    this.directory = directory;
    this.reader = reader;
    searcher = new IndexSearcher(reader);
    textQueries = new TextQueries(reader);
    vocabulary = new LuceneVocabulary(reader);
    facetCounts = new FacetCounts(reader);
    ordinals = ordinals(reader);
    documents = new int[ordinals.length];
    for (int document = 0; document < ordinals.length; document++) {
      documents[ordinals[document]] = document;
    }
    nearestSearch = new NearestSearch(searcher, filters, ordinals);
    genres = countGenres(reader);
  }

  static LuceneTrackIndex open(Path folder) throws IOException {
    Directory directory = FSDirectory.open(folder);
    DirectoryReader reader = null;
    try {
      reader = DirectoryReader.open(directory);
      return new LuceneTrackIndex(directory, reader);
    } catch (IOException | RuntimeException e) {
      IOUtils.closeWhileSuppressingExceptions(e, reader, directory);
      throw e;
    }
  }

  @Override
  public int size() {
    return ordinals.length;
  }

  @Override
  public Optional<IndexedTrack> byId(String id) throws IOException {
    int first = Integer.MAX_VALUE;
    for (LeafReaderContext leaf : reader.leaves()) {
      PostingsEnum postings =
          leaf.reader().postings(new Term(TrackDocument.ID, id), PostingsEnum.NONE);
      if (postings != null) {
        while (postings.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
          first = Math.min(first, ordinals[leaf.docBase + postings.docID()]);
        }
      }
    }
    return first == Integer.MAX_VALUE
        ? Optional.empty()
        : Optional.of(new IndexedTrack(first, track(first)));
  }

  @Override
  public Track track(int ordinal) throws IOException {
    return readTrack(documents[ordinal]);
  }

  @Override
  public List<GenreCount> genres() {
    return genres;
  }

  @Override
  public QueryText read(String text) {
    Words words = analysis.words(text);
    boolean unfinished = !text.isEmpty() && isOfWord(text.codePointBefore(text.length()));
    List<QueryWord> asked = new ArrayList<>();
    for (Word word : words.asked()) {
      boolean last = word.end() == text.length();
      asked.add(
          new QueryWord(
              word.text(),
              word.start(),
              word.end(),
              word.unit(),
              word.unitEnd(),
              unfinished && last,
              false));
    }
    return new QueryText(text, asked, words.units());
  }

  private static boolean isOfWord(int character) {
    return Character.isLetterOrDigit(character)
        || switch (Character.getType(character)) {
          case Character.NON_SPACING_MARK,
              Character.COMBINING_SPACING_MARK,
              Character.ENCLOSING_MARK ->
              true;
          default -> false;
        };
  }

  @Override
  public TextHits search(TextQuery query) throws IOException {
    PageOrder order = new PageOrder(query.sort());
    FieldDoc after = query.after().map(order::hit).orElse(null);
    Query wanted =
        new BooleanQuery.Builder()
            .add(textQueries.having(query.text(), query.atLeast()), Occur.MUST)
            .add(filters.of(query.filter()), Occur.FILTER)
            .build();
    TopFieldCollectorManager best =
        new TopFieldCollectorManager(order.sort(), query.limit() + 1, after, Integer.MAX_VALUE);
    IndexSearcher timed = new IndexSearcher(reader);
    timed.setTimeout(query.budget()::isSpent);
    TopFieldDocs found;
    Optional<Facets> facets = Optional.empty();
    if (query.facets()) {
      Object[] collected =
          timed.search(wanted, new MultiCollectorManager(best, new FacetsCollectorManager(false)));
      found = (TopFieldDocs) collected[0];
      facets = Optional.of(facetCounts.of((FacetsCollector) collected[1]));
    } else {
      found = timed.search(wanted, best);
    }
    ScoreDoc[] hits = found.scoreDocs;
    List<ScoredTrack> tracks = new ArrayList<>();
    for (int i = 0; i < Math.min(hits.length, query.limit()); i++) {
      tracks.add(scored((FieldDoc) hits[i], query.sort()));
    }
    boolean more = hits.length > query.limit();
    return new TextHits(
        found.totalHits.value(),
        tracks,
        facets,
        timed.timedOut(),
        more ? Optional.of(order.place((FieldDoc) hits[query.limit() - 1])) : Optional.empty());
  }

  @Override
  public List<Resemblance> resembling(
      List<List<Spelling>> words, int atLeast, TrackFilter filter, int limit) throws IOException {
    Query query =
        new BooleanQuery.Builder()
            .add(textQueries.resembling(words, atLeast), Occur.MUST)
            .add(filters.of(filter), Occur.FILTER)
            .build();
    int[] found =
        Arrays.stream(searcher.search(query, limit).scoreDocs).mapToInt(hit -> hit.doc).toArray();
    List<Map<Integer, Spelling>> said = new ArrayList<>(words.size());
    for (List<Spelling> spellings : words) {
      said.add(firstSaid(spellings, found));
    }
    List<Resemblance> tracks = new ArrayList<>(found.length);
    for (int document : found) {
      tracks.add(
          new Resemblance(
              new IndexedTrack(ordinals[document], readTrack(document)),
              said.stream().map(spelling -> Optional.ofNullable(spelling.get(document))).toList()));
    }
    return tracks;
  }

  /** Of some spellings, for each document the first that it has. */
  private Map<Integer, Spelling> firstSaid(List<Spelling> spellings, int[] found)
      throws IOException {
    Map<Integer, Spelling> said = new HashMap<>();
    int[] left = Arrays.stream(found).sorted().toArray();
    for (int i = 0; i < spellings.size() && left.length > 0; i++) {
      Spelling spelling = spellings.get(i);
      for (int document : having(TextQueries.spelling(spelling), left)) {
        said.put(document, spelling);
      }
      left = Arrays.stream(left).filter(document -> !said.containsKey(document)).toArray();
    }
    return said;
  }

  /**
   * Those of some documents that a query finds.
   *
   * @param documents in order
   */
  private List<Integer> having(Query query, int[] documents) throws IOException {
    List<Integer> having = new ArrayList<>();
    Weight weight = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1);
    int leafOrd = -1;
    DocIdSetIterator matches = DocIdSetIterator.empty();
    for (int document : documents) {
      LeafReaderContext leaf = reader.leaves().get(ReaderUtil.subIndex(document, reader.leaves()));
      if (leaf.ord != leafOrd) {
        leafOrd = leaf.ord;
        Scorer scorer = weight.scorer(leaf);
        matches = scorer == null ? DocIdSetIterator.empty() : scorer.iterator();
      }
      int inLeaf = document - leaf.docBase;
      if (matches.docID() < inLeaf) {
        matches.advance(inLeaf);
      }
      if (matches.docID() == inLeaf) {
        having.add(document);
      }
    }
    return having;
  }

  @Override
  public List<IndexedTrack> popular(NameField field, List<List<Spelling>> words, int limit)
      throws IOException {
    List<IndexedTrack> tracks = new ArrayList<>();
    for (ScoreDoc hit : searcher.search(textQueries.popular(field, words), limit).scoreDocs) {
      tracks.add(new IndexedTrack(ordinals[hit.doc], readTrack(hit.doc)));
    }
    return tracks;
  }

  @Override
  public Vocabulary vocabulary() {
    return vocabulary;
  }

  @Override
  public List<Neighbour> neighbours(NearestQuery query) throws IOException {
    return nearestSearch.neighbours(query);
  }

  @Override
  public int[] orderByPlace(FeatureSpace space) throws IOException {
    return nearestSearch.orderByPlace(space);
  }

  @Override
  public boolean exact(FeatureSpace space) {
    return VectorFormats.exact(space) || space.metric() == Metric.MANHATTAN;
  }

  @Override
  public Optional<float[]> vector(FeatureSpace space, int ordinal) throws IOException {
    int document = documents[ordinal];
    float[] vector =
        SegmentVectors.around(document, reader.leaves(), TrackDocument.vector(space)).of(document);
    return Optional.ofNullable(vector).map(float[]::clone);
  }

  @Override
  public void close() throws IOException {
    IOUtils.close(reader, directory, analysis);
  }

  private ScoredTrack scored(FieldDoc hit, TrackSort sort) throws IOException {
    Track track = readTrack(hit.doc);
    int ordinal = ordinals[hit.doc];
    if (sort.by() != TrackSort.By.RELEVANCE) {
      return new ScoredTrack(ordinal, track, Double.NaN, Double.NaN);
    }
    double score = (Float) hit.fields[0];
    double prior = TextQueries.prior(track);
    return new ScoredTrack(
        ordinal,
        track,
        score,
        Double.NaN,
        List.of(new ScorePart("text", score - prior), new ScorePart("popularity", prior)));
  }

  private Track readTrack(int document) throws IOException {
    LeafReaderContext leaf = reader.leaves().get(ReaderUtil.subIndex(document, reader.leaves()));
    BinaryDocValues records = leaf.reader().getBinaryDocValues(TrackDocument.RECORD);
    records.advanceExact(document - leaf.docBase);
    return TrackRecord.decode(records.binaryValue());
  }

  private static int[] ordinals(DirectoryReader reader) throws IOException {
    int[] ordinals = new int[reader.maxDoc()];
    for (LeafReaderContext leaf : reader.leaves()) {
      NumericDocValues values = leaf.reader().getNumericDocValues(TrackDocument.ORDINAL);
      while (values.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
        ordinals[leaf.docBase + values.docID()] = Math.toIntExact(values.longValue());
      }
    }
    return ordinals;
  }

  private static List<GenreCount> countGenres(DirectoryReader reader) throws IOException {
    Map<String, Integer> counts = new TreeMap<>();
    for (LeafReaderContext leaf : reader.leaves()) {
      SortedSetDocValues values = leaf.reader().getSortedSetDocValues(TrackDocument.GENRE_NAME);
      if (values == null) {
        continue;
      }
      int[] leafCounts = new int[Math.toIntExact(values.getValueCount())];
      while (values.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
        for (int i = 0; i < values.docValueCount(); i++) {
          leafCounts[(int) values.nextOrd()]++;
        }
      }
      for (int ord = 0; ord < leafCounts.length; ord++) {
        counts.merge(values.lookupOrd(ord).utf8ToString(), leafCounts[ord], Integer::sum);
      }
    }
    return counts.entrySet().stream()
        .map(entry -> new GenreCount(entry.getKey(), entry.getValue()))
        .sorted(
            Comparator.comparingInt(GenreCount::tracks).reversed().thenComparing(GenreCount::name))
        .toList();
  }
}
