package dev.segue.catalog.synthetic;

import dev.segue.catalog.Track;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A reproducible stream of invented tracks: artist after artist, each with all that they released.
 *
 * <p>The same seed gives the same tracks on every machine, and a smaller catalogue is the beginning
 * of a larger one. Only one artist's tracks are held at a time. Immutable; each iteration begins
 * anew, and several may run at once.
 */
public final class SyntheticCatalog implements Iterable<Track> {
  private final long tracks;
  private final Roster roster;
  private final Discography discography;

  /**
   * Prepares a catalogue; nothing is invented before somebody asks.
   *
   * @param tracks how many, at least 0; of several genres, a track still counts once
   * @param seed any number
   * @throws IllegalArgumentException when {@code tracks} is negative
   */
  public SyntheticCatalog(long tracks, long seed) {
    if (tracks < 0) {
      throw new IllegalArgumentException("tracks is %d, allowed is 0 or more".formatted(tracks));
    }
    this.tracks = tracks;
    this.roster = new Roster(seed);
    this.discography = new Discography(roster);
  }

  /** How many tracks an iteration gives. */
  public long size() {
    return tracks;
  }

  /** The tracks one by one, invented while one asks for them. */
  public Stream<Track> tracks() {
    return StreamSupport.stream(
        Spliterators.spliterator(
            iterator(), tracks, Spliterator.ORDERED | Spliterator.NONNULL | Spliterator.DISTINCT),
        false);
  }

  @Override
  public Iterator<Track> iterator() {
    return new Artists();
  }

  private final class Artists implements Iterator<Track> {
    private long left = tracks;
    private long nextArtist;
    private Iterator<Track> release = List.<Track>of().iterator();

    @Override
    public boolean hasNext() {
      return left > 0;
    }

    @Override
    public Track next() {
      if (left == 0) {
        throw new NoSuchElementException();
      }
      while (!release.hasNext()) {
        release = discography.of(roster.artist(nextArtist++)).iterator();
      }
      left--;
      return release.next();
    }
  }
}
