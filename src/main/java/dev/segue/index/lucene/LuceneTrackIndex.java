package dev.segue.index.lucene;

import dev.segue.catalog.NumericField;
import dev.segue.catalog.Track;
import dev.segue.index.Attachment;
import dev.segue.index.EntityHit;
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
import dev.segue.query.Entity;
import dev.segue.query.NameField;
import dev.segue.query.TrackFilter;
import dev.segue.vector.Metric;
import dev.segue.vector.VectorSpace;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.IOUtils;

/** Answers from one committed Lucene index, read through memory mapping. */
final class LuceneTrackIndex implements TrackIndex {
  private final Directory directory;
  private final DirectoryReader reader;
  private final TextAnalysis analysis = new TextAnalysis();
  private final Records records;
  private final Numbers numbers;
  private final Vocabulary vocabulary;
  private final TextSearch textSearch;
  private final EntitySearch entitySearch;
  private final NearestSearch nearestSearch;

  /** {@code null} where nothing is attached. */
  private final AttachedVectors attached;

  private final NearestSearch nearestAttached;
  private final VersionGroups groups;
  private final List<GenreCount> genres;

  /** The ordinal of every document, and the document of every ordinal. */
  private final int[] ordinals;

  private final int[] documents;
  private final IndexSearcher searcher;
  private final FilterQueries filters;

  private LuceneTrackIndex(Directory directory, DirectoryReader reader, AttachedVectors attached)
      throws IOException {
    this.directory = directory;
    this.reader = reader;
    this.attached = attached;
    searcher = new IndexSearcher(reader);
    filters = new FilterQueries(analysis);
    records = new Records(reader);
    numbers = new Numbers(reader);
    vocabulary = new LuceneVocabulary(reader);
    ordinals = ordinals(reader);
    documents = new int[ordinals.length];
    for (int document = 0; document < ordinals.length; document++) {
      documents[ordinals[document]] = document;
    }
    byte[] popularities = numbers.popularities();
    groups = VersionGroups.of(reader, documents, popularities);
    textSearch = new TextSearch(searcher, filters, records, ordinals, popularities, groups);
    entitySearch = new EntitySearch(searcher, ordinals, popularities);
    IndexReader joined = attached == null ? reader : attached.reader();
    VectorPresence presence = new VectorPresence(joined);
    nearestSearch = nearestSearch(searcher, presence);
    nearestAttached = attached == null ? null : nearestSearch(new IndexSearcher(joined), presence);
    genres = countGenres(reader);
  }

  private NearestSearch nearestSearch(IndexSearcher over, VectorPresence presence) {
    return new NearestSearch(over, filters, ordinals, documents, groups, presence);
  }

  static LuceneTrackIndex open(Path folder, Optional<Attachment> attachment) throws IOException {
    Directory directory = FSDirectory.open(folder);
    DirectoryReader reader = null;
    AttachedVectors attached = null;
    try {
      reader = DirectoryReader.open(directory);
      if (attachment.isPresent()) {
        attached = AttachedVectors.open(reader, attachment.get());
      }
      return new LuceneTrackIndex(directory, reader, attached);
    } catch (IOException | RuntimeException e) {
      IOUtils.closeWhileSuppressingExceptions(e, attached, reader, directory);
      throw e;
    }
  }

  @Override
  public int size() {
    return ordinals.length;
  }

  @Override
  public List<Integer> ordinals(String id) throws IOException {
    List<Integer> found = new ArrayList<>();
    for (LeafReaderContext leaf : reader.leaves()) {
      PostingsEnum postings =
          leaf.reader().postings(new Term(TrackDocument.ID, id), PostingsEnum.NONE);
      if (postings != null) {
        while (postings.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
          found.add(ordinals[leaf.docBase + postings.docID()]);
        }
      }
    }
    Collections.sort(found);
    return found;
  }

  @Override
  public Track track(int ordinal) throws IOException {
    return records.track(documents[ordinal]);
  }

  @Override
  public double[] numbers(NumericField field, int... ordinals) throws IOException {
    return numbers.of(field, Arrays.stream(ordinals).map(each -> documents[each]).toArray());
  }

  @Override
  public List<Integer> versions(int ordinal) {
    return groups.versions(documents[ordinal]).stream()
        .map(document -> ordinals[document])
        .toList();
  }

  @Override
  public int count(TrackFilter filter) throws IOException {
    return searcher.count(filters.of(filter));
  }

  @Override
  public boolean[] passing(TrackFilter filter, int... ordinals) throws IOException {
    DocumentFilter asked = DocumentFilter.of(filter, reader.leaves(), filters);
    Integer[] forward = IntStream.range(0, ordinals.length).boxed().toArray(Integer[]::new);
    Arrays.sort(forward, Comparator.comparingInt(place -> documents[ordinals[place]]));
    boolean[] passing = new boolean[ordinals.length];
    for (int place : forward) {
      passing[place] = asked.accepts(documents[ordinals[place]]);
    }
    return passing;
  }

  @Override
  public List<EntityHit> entities(Entity entity, TrackFilter filter) throws IOException {
    return entitySearch.of(entity, filters.of(filter));
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

  @Override
  public List<String> wholes(String name) {
    return analysis.name(name).wholes();
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
    return textSearch.search(query);
  }

  @Override
  public List<Resemblance> resembling(
      List<List<Spelling>> words, int atLeast, TrackFilter filter, int limit) throws IOException {
    return textSearch.resembling(words, atLeast, filter, limit);
  }

  @Override
  public List<IndexedTrack> popular(NameField field, List<List<Spelling>> words, int limit)
      throws IOException {
    return textSearch.popular(field, words, limit);
  }

  @Override
  public Vocabulary vocabulary() {
    return vocabulary;
  }

  @Override
  public List<Neighbour> neighbours(NearestQuery query) throws IOException {
    return search(query.space()).neighbours(query);
  }

  @Override
  public int[] orderByPlace(VectorSpace space) throws IOException {
    return search(space).orderByPlace(space);
  }

  private boolean isAttached(VectorSpace space) {
    return attached != null && attached.space().equals(space);
  }

  private NearestSearch search(VectorSpace space) {
    return isAttached(space) ? nearestAttached : nearestSearch;
  }

  @Override
  public boolean exact(VectorSpace space) {
    return VectorFormats.exact(space) || space.metric() == Metric.MANHATTAN;
  }

  @Override
  public Optional<float[]> vector(VectorSpace space, int ordinal) throws IOException {
    int document = documents[ordinal];
    List<LeafReaderContext> leaves = (isAttached(space) ? attached.reader() : reader).leaves();
    float[] vector =
        SegmentVectors.around(document, leaves, TrackDocument.vector(space)).of(document);
    return Optional.ofNullable(vector).map(float[]::clone);
  }

  @Override
  public void close() throws IOException {
    IOUtils.close(attached, reader, directory, analysis);
  }

  /** The ordinal of every document. */
  static int[] ordinals(DirectoryReader reader) throws IOException {
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
