package dev.segue.index;

import dev.segue.catalog.NumericField;
import dev.segue.catalog.Track;
import dev.segue.query.Entity;
import dev.segue.query.NameField;
import dev.segue.query.TrackFilter;
import dev.segue.query.Versions;
import dev.segue.rank.Hit;
import dev.segue.rank.ScoredTrack;
import dev.segue.vector.VectorSpace;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A catalogue at one point in time, ready to answer. Nothing in it ever changes, and any number of
 * threads may ask at once; after {@link #close} nobody may.
 */
public interface TrackIndex extends Closeable {
  /** The most versions of its recording that stand beside a hit. */
  int MOST_OTHERS = 50;

  /** How many tracks it holds; their ordinals run from 0 to one less. */
  int size();

  /** The ordinals of the tracks with that id, rising; several where duplicates were kept. */
  List<Integer> ordinals(String id) throws IOException;

  /** The track with that id; of several with one id, the first in the catalogue. */
  default Optional<IndexedTrack> byId(String id) throws IOException {
    List<Integer> ordinals = ordinals(id);
    return ordinals.isEmpty()
        ? Optional.empty()
        : Optional.of(new IndexedTrack(ordinals.getFirst(), track(ordinals.getFirst())));
  }

  /**
   * The track at a position.
   *
   * @param ordinal from 0 to {@code size() - 1}
   */
  Track track(int ordinal) throws IOException;

  /**
   * A number of some tracks, NaN where a track has none: sooner than reading the tracks.
   *
   * @param ordinals each from 0 to {@code size() - 1}, in any order
   * @return one for each ordinal, in their order
   */
  double[] numbers(NumericField field, int... ordinals) throws IOException;

  /**
   * A track and the other versions of its recording, first the one that stands for it, then the
   * most popular, then by ordinal.
   *
   * @param ordinal from 0 to {@code size() - 1}
   */
  List<Integer> versions(int ordinal);

  /**
   * Hits with their tracks, in their order.
   *
   * @param versions with {@link Versions#ONE}, each has the other versions of its recording beside
   *     it, whether they pass a filter or not, at most {@value #MOST_OTHERS}
   */
  default List<ScoredTrack> tracks(List<Hit> hits, Versions versions) throws IOException {
    List<ScoredTrack> tracks = new ArrayList<>(hits.size());
    for (Hit hit : hits) {
      List<Track> others = new ArrayList<>();
      if (versions == Versions.ONE) {
        for (int version : versions(hit.ordinal())) {
          if (version != hit.ordinal() && others.size() < MOST_OTHERS) {
            others.add(track(version));
          }
        }
      }
      tracks.add(new ScoredTrack(hit, track(hit.ordinal()), others));
    }
    return tracks;
  }

  /** How many tracks pass a filter, versions of one recording each for itself. */
  int count(TrackFilter filter) throws IOException;

  /**
   * Which of some tracks pass a filter.
   *
   * @param ordinals each from 0 to {@code size() - 1}, in any order
   * @return one for each ordinal, in their order
   */
  boolean[] passing(TrackFilter filter, int... ordinals) throws IOException;

  /**
   * The artists or the albums that have a track which passes a filter; those with the most popular
   * track first, then those of the most such tracks, then in the order of the catalogue.
   */
  List<EntityHit> entities(Entity entity, TrackFilter filter) throws IOException;

  /** Every genre, the largest first, then by name. */
  List<GenreCount> genres();

  /** A text as this index reads it, with every word required. */
  QueryText read(String text);

  /**
   * A name without spaces, in each way it is written: as it is, and in Latin letters where it is
   * not.
   */
  List<String> wholes(String name);

  /**
   * Finds tracks by words in name, artists, album and genres.
   *
   * <p>A track fits when it has as many of the words as asked for, and every word when all are
   * asked for. A word also counts where a title or an artist is, but for spaces, just what was
   * typed: "acdc" finds AC/DC. Two pages of one question neither repeat nor skip.
   *
   * @throws IllegalArgumentException when {@link TextQuery#after} is not of this question
   */
  TextHits search(TextQuery query) throws IOException;

  /** The most popular tracks that pass a filter, then in the order of the catalogue. */
  default List<Integer> mostPopular(TrackFilter filter, Versions versions, int limit)
      throws IOException {
    return search(TextQuery.mostPopular(read(""), filter, versions, limit, false))
        .ranking()
        .stream()
        .map(Hit::ordinal)
        .toList();
  }

  /**
   * Tracks that may be meant by misspelt words: they have, of as many words as asked for, one of
   * the spellings. The least total cost first, then popularity.
   *
   * @param words for each word, what may be put for it, the likeliest first
   */
  List<Resemblance> resembling(
      List<List<Spelling>> words, int atLeast, TrackFilter filter, int limit) throws IOException;

  /**
   * The most popular tracks with words in one kind of name, one spelling of each; words of a title
   * may stand in the artists too, but not all of them.
   *
   * @param words at least one; for each, what may be put for it
   */
  List<IndexedTrack> popular(NameField field, List<List<Spelling>> words, int limit)
      throws IOException;

  /** The words of all tracks. */
  Vocabulary vocabulary();

  /**
   * The nearest tracks, by distance, then ordinal. As many as asked for whenever so many pass the
   * filter and have a vector.
   */
  List<Neighbour> neighbours(NearestQuery query) throws IOException;

  /** The {@link #neighbours} as hits; the score is that of the space's metric. */
  default List<Hit> nearest(NearestQuery query) throws IOException {
    return neighbours(query).stream()
        .map(
            neighbour ->
                new Hit(
                    neighbour.ordinal(),
                    query.space().metric().matchScore(neighbour.distance()),
                    neighbour.distance()))
        .toList();
  }

  /**
   * Every ordinal that has a vector in a space, once, in an order in which near tracks follow each
   * other: who asks about all of them is answered soonest in this order.
   */
  int[] orderByPlace(VectorSpace space) throws IOException;

  /** Whether {@link #nearest} is exact in a space, or else approximate. */
  boolean exact(VectorSpace space);

  /** The track's vector in a space, or empty when it has none there. */
  Optional<float[]> vector(VectorSpace space, int ordinal) throws IOException;
}
