package dev.segue.index.lucene;

import dev.segue.catalog.NumericField;
import dev.segue.catalog.Track;
import dev.segue.index.lucene.NameCache.Name;
import dev.segue.query.BareTitle;
import dev.segue.query.Entity;
import dev.segue.query.NameField;
import dev.segue.query.NameKey;
import dev.segue.query.RecordingTitle;
import dev.segue.vector.FeatureSpace;
import dev.segue.vector.Metric;
import dev.segue.vector.VectorSpace;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.DoubleField;
import org.apache.lucene.document.FeatureField;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.util.BytesRef;

/** The schema: which fields a track becomes, and what each is for. */
final class TrackDocument {
  /** Every word of a track, weighted by where it stands ({@link WeightedWords}). */
  static final String WORDS = "words";

  /** Words with their places, unscored: for phrases, and for what stands just there. */
  static final String NAME = "name";

  static final String ARTISTS = "artists";
  static final String ALBUM = "album";
  static final List<String> PLACES = List.of(NAME, ARTISTS, ALBUM);

  /**
   * A whole title, and without what says how it was released; a title without additions that say
   * more; and a whole artist ({@link Words#whole}).
   */
  static final String NAME_WHOLE = "name.whole";

  static final String NAME_BARE = "name.bare";
  static final String ARTIST_WHOLE = "artist.whole";

  /** Words by their sounds ({@link Sounds}), each in one track only. */
  static final String SOUND = "sound";

  /** Exact values: ids to the letter, names as {@link NameKey}s. */
  static final String ID = "id";

  static final String NAME_KEY = "name.key";
  static final String ARTIST_KEY = "artist.key";
  static final String GENRE_KEY = "genre.key";
  static final String EXPLICIT = "explicit";

  /** Artists and genres as the catalogue spells them, to be counted. */
  static final String ARTIST_NAME = "artist.name";

  static final String GENRE_NAME = "genre.name";

  /** Static features that lift a score. */
  static final String PRIOR = "prior";

  static final String ORDINAL = "ordinal";

  /** The ordinal of the version that stands for the recording. */
  static final String FOREMOST = "foremost";

  /** The track itself, as {@link TrackRecord}. */
  static final String RECORD = "record";

  /** In characters, of which each is three bytes of UTF-8 at most. */
  private static final int LONGEST_TERM = IndexWriter.MAX_TERM_LENGTH / 3;

  private static final int NAME_WEIGHT = 4;
  private static final int ARTIST_WEIGHT = 3;
  private static final int ALBUM_WEIGHT = 1;
  private static final int GENRE_WEIGHT = 1;

  private static final FieldType WEIGHTED = type(IndexOptions.DOCS_AND_FREQS, false);
  private static final FieldType PLACED = type(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS, true);

  private TrackDocument() {}

  /** The field that holds a number of the track. */
  static String number(NumericField field) {
    return "number." + field.label();
  }

  /** The field that holds the ids of a track's artists, or of its album. */
  static String ids(Entity entity) {
    return switch (entity) {
      case ARTIST -> "artist.id";
      case ALBUM -> "album.id";
    };
  }

  /** The field that holds the words of a kind of name. */
  static String field(NameField name) {
    return switch (name) {
      case TITLE -> NAME;
      case ARTIST -> ARTISTS;
      case ALBUM -> ALBUM;
    };
  }

  /** The field that holds the vector of a space. */
  static String vector(VectorSpace space) {
    return "vector." + space.name();
  }

  /** How Lucene compares the vectors of a metric; {@code MANHATTAN} it cannot compare. */
  static VectorSimilarityFunction similarity(Metric metric) {
    return switch (metric) {
      case COSINE -> VectorSimilarityFunction.DOT_PRODUCT;
      case INNER_PRODUCT -> VectorSimilarityFunction.MAXIMUM_INNER_PRODUCT;
      case EUCLIDEAN, MANHATTAN -> VectorSimilarityFunction.EUCLIDEAN;
    };
  }

  static Document of(
      int ordinal,
      Track track,
      Map<String, float[]> vectors,
      List<FeatureSpace> spaces,
      TextAnalysis analysis,
      NameCache names,
      Sounds sounds)
      throws IOException {
    Document document = new Document();
    List<Name> artists = track.artists().stream().map(names::of).toList();
    List<Name> genres = track.genres().stream().map(names::of).toList();
    addWords(document, track, artists, genres, analysis, sounds);
    addKeys(document, track, artists, genres);
    for (NumericField field : NumericField.values()) {
      double number = field.of(track);
      if (!Double.isNaN(number)) {
        // Lucene would sort -0.0 below 0.0.
        document.add(new DoubleField(number(field), number + 0.0, Field.Store.NO));
      }
    }
    if (track.popularity() != null && track.popularity() > 0) {
      document.add(new FeatureField(PRIOR, NumericField.POPULARITY.label(), track.popularity()));
    }
    for (FeatureSpace space : spaces) {
      float[] vector = vectors.get(space.name());
      if (vector != null) {
        document.add(new KnnFloatVectorField(vector(space), vector, similarity(space.metric())));
      }
    }
    document.add(new NumericDocValuesField(ORDINAL, ordinal));
    document.add(new BinaryDocValuesField(RECORD, TrackRecord.encode(track)));
    return document;
  }

  private static FieldType type(IndexOptions options, boolean omitNorms) {
    FieldType type = new FieldType();
    type.setIndexOptions(options);
    type.setOmitNorms(omitNorms);
    type.setTokenized(true);
    type.freeze();
    return type;
  }

  private static void addWords(
      Document document,
      Track track,
      List<Name> artists,
      List<Name> genres,
      TextAnalysis analysis,
      Sounds sounds) {
    WeightedWords all = new WeightedWords();
    NameText name = analysis.name(track.name());
    addPlaced(document, NAME, name, all, NAME_WEIGHT);
    addWhole(document, NAME_WHOLE, name);
    Optional<String> unreleased = RecordingTitle.unreleased(track.name(), track.artists());
    unreleased.ifPresent(title -> addWhole(document, NAME_WHOLE, analysis.name(title)));
    BareTitle.of(track.name())
        .filter(bare -> unreleased.isEmpty())
        .ifPresent(bare -> addWhole(document, NAME_BARE, analysis.name(bare)));
    for (Name artist : artists) {
      addPlaced(document, ARTISTS, artist.text(), all, ARTIST_WEIGHT);
      addWhole(document, ARTIST_WHOLE, artist.text());
    }
    if (track.album() != null) {
      addPlaced(document, ALBUM, analysis.name(track.album()), all, ALBUM_WEIGHT);
    }
    genres.forEach(genre -> all.add(genre.text(), GENRE_WEIGHT));
    document.add(new Field(WORDS, all, WEIGHTED));
    for (String sound : sounds.termsOfNew(all.words())) {
      document.add(new StringField(SOUND, sound, Field.Store.NO));
    }
  }

  /** Adds a name to its field, and to all words of the track. */
  private static void addPlaced(
      Document document, String field, NameText name, WeightedWords all, int weight) {
    all.add(name, weight);
    document.add(new Field(field, new WordStream(name.words()), PLACED));
    name.latin().forEach(latin -> document.add(new Field(field, new WordStream(latin), PLACED)));
  }

  private static void addWhole(Document document, String field, NameText name) {
    name.wholes()
        .forEach(whole -> document.add(new StringField(field, term(whole), Field.Store.NO)));
  }

  private static void addKeys(
      Document document, Track track, List<Name> artists, List<Name> genres) {
    document.add(new StringField(ID, track.id(), Field.Store.NO));
    document.add(new SortedDocValuesField(NAME_KEY, new BytesRef(term(NameKey.of(track.name())))));
    artists.forEach(artist -> addKey(document, ARTIST_KEY, artist.key()));
    genres.forEach(genre -> addKey(document, GENRE_KEY, genre.key()));
    for (Entity entity : Entity.values()) {
      entity.ids(track).forEach(id -> addKey(document, ids(entity), id));
    }
    addNames(document, ARTIST_NAME, track.artists());
    addNames(document, GENRE_NAME, track.genres());
    if (track.explicit() != null) {
      addKey(document, EXPLICIT, track.explicit().toString());
    }
  }

  private static void addNames(Document document, String field, List<String> names) {
    for (String name : names) {
      document.add(new SortedSetDocValuesField(field, new BytesRef(term(name))));
    }
  }

  /** To be found by, and to be looked up by document. */
  private static void addKey(Document document, String field, String key) {
    document.add(new StringField(field, term(key), Field.Store.NO));
    document.add(new SortedSetDocValuesField(field, new BytesRef(term(key))));
  }

  /** At most as long as Lucene takes a term; only folding of rare ligatures makes one longer. */
  private static String term(String text) {
    return text.length() <= LONGEST_TERM ? text : text.substring(0, LONGEST_TERM);
  }
}
