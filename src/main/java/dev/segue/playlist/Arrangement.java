package dev.segue.playlist;

import dev.segue.catalog.Track;
import dev.segue.recommend.Variety;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Chooses tracks of a pool and puts them in order, by local search: it begins with those of the
 * highest value, and exchanges a track for one that is not in it, swaps two, or turns a stretch
 * around, as long as that makes the sum larger of
 *
 * <p>{@code value(x) − δ·mean s(x, y) − s·4·|energy(x) − curve| − s·½·cost(before, x)}
 *
 * <p>over all places, less {@code s} for every ten seconds that the playlist is too long or too
 * short. The mean is over the other chosen y: intra-list similarity (Ziegler, McNee, Konstan &
 * Lausen 2005, "Improving recommendation lists through topic diversification", section 3.2). A
 * track by an artist of the one before costs 1. Caps and spacing are kept throughout. O(places ·
 * pool) a round, and no more than some {@value #MOST_MOVES} moves are tried. For one thread.
 */
final class Arrangement {
  private static final double CURVE = 4;
  private static final double FLOW = 0.5;
  private static final double MILLIS = 10_000;
  private static final int MOST_MOVES = 5_000_000;
  private static final int LEAST_ROUNDS = 3;

  /** Longer stretches are seldom worth turning. */
  private static final int LONGEST_TURN = 30;

  /** Gains below this are rounding. */
  private static final double LEAST_GAIN = 1e-12;

  private final double[] values;
  private final float[][] likeness;
  private final double[] energies;
  private final long[] millis;
  private final double diversity;
  private final double scale;
  private final int spacing;

  /** Of every two tracks of the pool. */
  private final float[][] costs;

  private final boolean[][] sharesArtist;

  private final Caps caps;
  private final long wantedMillis;
  private final double[] curve;

  /** The tracks that were chosen, by their places in the pool. */
  private final int[] order;

  private final boolean[] chosen;

  /** How like each track of the pool is to all that are chosen but itself, together. */
  private final double[] likenesses;

  /** Of the chosen tracks together, in ms. */
  private long length;

  /**
   * Begins with the tracks of the highest value that keep caps and spacing, or, where so many do
   * not, with the first of the pool, which do.
   *
   * @param values one for each track, higher is better
   * @param likeness the match score of every two tracks
   * @param scale s
   * @param curve the energy that is wanted at each place, no more places than tracks
   * @param wantedMillis how long all shall be together, or -1 where that does not matter
   */
  Arrangement(
      List<Track> tracks,
      double[] values,
      float[][] likeness,
      double scale,
      Variety variety,
      double[] curve,
      long wantedMillis) {
    this.values = values;
    this.likeness = likeness;
    energies = tracks.stream().mapToDouble(track -> track.audio().energy()).toArray();
    millis = tracks.stream().mapToLong(Track::durationMillis).toArray();
    this.scale = scale;
    diversity = variety.diversity();
    this.curve = curve;
    this.wantedMillis = wantedMillis;
    spacing = variety.spacing();
    caps = new Caps(tracks, variety);
    sharesArtist = new boolean[values.length][values.length];
    costs = new float[values.length][values.length];
    compare(tracks);
    order =
        new Opening(values, caps, spacing)
            .of(curve.length)
            .orElseGet(() -> IntStream.range(0, curve.length).toArray());
    chosen = new boolean[values.length];
    likenesses = new double[values.length];
    for (int track : order) {
      chosen[track] = true;
      length += millis[track];
      caps.add(track);
      like(track, 1);
    }
  }

  private void compare(List<Track> tracks) {
    for (int i = 0; i < costs.length; i++) {
      for (int j = 0; j < i; j++) {
        boolean shares = caps.shareArtist(i, j);
        double cost = shares ? 1 : Transition.between(tracks.get(i), tracks.get(j)).cost();
        sharesArtist[i][j] = shares;
        sharesArtist[j][i] = shares;
        costs[i][j] = (float) cost;
        costs[j][i] = (float) cost;
      }
    }
  }

  /** Searches until nothing gets better, and gives the places in the pool, in order. */
  int[] search() {
    boolean better = true;
    long moves = (long) order.length * (values.length + order.length);
    long rounds = Math.max(LEAST_ROUNDS, MOST_MOVES / Math.max(1, moves));
    for (long round = 0; better && round < rounds; round++) {
      better = false;
      for (int i = 0; i < order.length; i++) {
        for (int track = 0; track < values.length; track++) {
          better |= !chosen[track] && exchange(i, track);
        }
        for (int j = i + 1; j < order.length; j++) {
          better |= swap(i, j);
          better |= j > i + 1 && j - i < LONGEST_TURN && turn(i, j);
        }
      }
    }
    return order();
  }

  /** The tracks that are chosen, by their places in the pool. */
  int[] order() {
    return order.clone();
  }

  /** What a place loses for its distance from the curve. */
  double offCurve(int place) {
    return offCurve(order[place], place);
  }

  private double offCurve(int track, int place) {
    return scale * CURVE * Math.abs(energies[track] - curve[place]);
  }

  /** What a track is worth in a place, whatever is around it. */
  private double worth(int track, int place) {
    return values[track] - offCurve(track, place);
  }

  /** What a place loses for how its track follows the one before. */
  double roughness(int place) {
    return place == 0 ? 0 : scale * FLOW * costs[order[place - 1]][order[place]];
  }

  /** What a place loses for being like the others. */
  double sameness(int place) {
    return order.length < 2 ? 0 : diversity * likenesses[order[place]] / (order.length - 1);
  }

  /** What the search makes as large as it can. */
  double sum() {
    double sum = sum(0, order.length) - offLength(length);
    for (int place = 0; place < order.length; place++) {
      sum -= sameness(place);
    }
    return sum;
  }

  private boolean exchange(int place, int track) {
    int old = order[place];
    double others =
        lessLike(old, track) + offLength(length) - offLength(length + millis[track] - millis[old]);
    double most = worth(track, place) - worth(old, place) + others;
    double smoothed = roughness(place) + (place + 1 < order.length ? roughness(place + 1) : 0);
    if (most + smoothed <= LEAST_GAIN) {
      return false; // however well it would follow
    }
    double before = sum(place, place + 2);
    put(place, track);
    if (sum(place, place + 2) + others > before + LEAST_GAIN && fits(place) && caps.hold(track)) {
      like(old, -1);
      like(track, 1);
      return true;
    }
    put(place, old);
    return false;
  }

  /** What all places together win in sameness when one track takes the place of another. */
  private double lessLike(int old, int track) {
    if (order.length < 2) {
      return 0;
    }
    double more = likenesses[track] - likeness[old][track] - likenesses[old];
    return -2 * diversity * more / (order.length - 1); // each pair is seen from both sides
  }

  private void like(int track, int more) {
    for (int other = 0; other < likenesses.length; other++) {
      likenesses[other] += other == track ? 0 : more * likeness[track][other];
    }
  }

  private void put(int place, int track) {
    int old = order[place];
    chosen[old] = false;
    caps.remove(old);
    order[place] = track;
    chosen[track] = true;
    caps.add(track);
    length += millis[track] - millis[old];
  }

  private boolean swap(int i, int j) {
    double before = ofTwo(i, j);
    exchangePlaces(i, j);
    if (ofTwo(i, j) > before + LEAST_GAIN && fits(i) && fits(j)) {
      return true;
    }
    exchangePlaces(i, j);
    return false;
  }

  private void exchangePlaces(int i, int j) {
    int track = order[i];
    order[i] = order[j];
    order[j] = track;
  }

  /** The sum over two places and those after them. */
  private double ofTwo(int i, int j) {
    return j == i + 1 ? sum(i, i + 3) : sum(i, i + 2) + sum(j, j + 2);
  }

  /** Turns a stretch around. */
  private boolean turn(int first, int last) {
    double before = sum(first, last + 2);
    reverse(first, last);
    if (sum(first, last + 2) > before + LEAST_GAIN && fit(first, last)) {
      return true;
    }
    reverse(first, last);
    return false;
  }

  private void reverse(int first, int last) {
    for (int i = first, j = last; i < j; i++, j--) {
      exchangePlaces(i, j);
    }
  }

  private double sum(int from, int to) {
    double sum = 0;
    for (int place = from; place < Math.min(to, order.length); place++) {
      sum += worth(order[place], place) - roughness(place);
    }
    return sum;
  }

  private double offLength(long length) {
    return wantedMillis < 0 ? 0 : scale * Math.abs(length - wantedMillis) / MILLIS;
  }

  /** Whether a stretch keeps the spacing to what is around it. */
  private boolean fit(int first, int last) {
    for (int place = first; place <= last; place++) {
      if ((place < first + spacing || place > last - spacing) && !fits(place)) {
        return false;
      }
    }
    return true;
  }

  private boolean fits(int place) {
    int last = Math.min(order.length - 1, place + spacing);
    for (int other = Math.max(0, place - spacing); other <= last; other++) {
      if (other != place && sharesArtist[order[place]][order[other]]) {
        return false;
      }
    }
    return true;
  }
}
