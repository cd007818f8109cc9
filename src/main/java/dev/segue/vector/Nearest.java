package dev.segue.vector;

import java.util.function.IntPredicate;

/**
 * The k nearest of the points that a search offers: by distance, then by number, the smaller first.
 *
 * <p>A binary heap with the farthest on top; O(log k) a point that gets in. Filters are asked last,
 * of points that would get in, because asking costs more than measuring. For one search.
 */
public final class Nearest implements NeighbourTree.Visitor {
  private final double[] distances;
  private final int[] points;
  private final IntPredicate filter;
  private final double maxDistance;
  private int size;

  /** All points, at any distance. */
  public Nearest(int k) {
    this(k, point -> true, Double.POSITIVE_INFINITY);
  }

  /**
   * Some of the points.
   *
   * @param k how many at most, at least 1
   * @param filter which points may be among them; asked at most once for each
   * @param maxDistance points farther than this are left out; at least 0
   * @throws IllegalArgumentException naming the number that is wrong
   */
  public Nearest(int k, IntPredicate filter, double maxDistance) {
    if (k < 1) {
      throw new IllegalArgumentException("k is %d, must be at least 1".formatted(k));
    }
    if (!(maxDistance >= 0)) {
      throw new IllegalArgumentException(
          "maxDistance is %s, must be at least 0".formatted(maxDistance));
    }
    distances = new double[k];
    points = new int[k];
    this.filter = filter;
    this.maxDistance = maxDistance;
  }

  @Override
  public double limit() {
    return size < distances.length ? maxDistance : distances[0];
  }

  @Override
  public void found(int point, double distance) {
    if (size < distances.length) {
      if (distance <= maxDistance && filter.test(point)) {
        rise(size++, point, distance);
      }
    } else if (farther(distances[0], points[0], distance, point) && filter.test(point)) {
      sink(size, point, distance);
    }
  }

  /** How many there are. */
  public int size() {
    return size;
  }

  /**
   * Takes the farthest away.
   *
   * @param take is given its number and its distance
   */
  public void pop(Taker take) {
    int point = points[0];
    double distance = distances[0];
    size--;
    sink(size, points[size], distances[size]);
    take.take(point, distance);
  }

  /** Is given a point and its distance. */
  public interface Taker {
    void take(int point, double distance);
  }

  private void rise(int from, int point, double distance) {
    int place = from;
    while (place > 0) {
      int parent = (place - 1) / 2;
      if (farther(distances[parent], points[parent], distance, point)) {
        break;
      }
      put(place, points[parent], distances[parent]);
      place = parent;
    }
    put(place, point, distance);
  }

  /** Replaces the top of a heap of that size. */
  private void sink(int heap, int point, double distance) {
    int place = 0;
    while (2 * place + 1 < heap) {
      int child = 2 * place + 1;
      if (child + 1 < heap
          && farther(distances[child + 1], points[child + 1], distances[child], points[child])) {
        child++;
      }
      if (farther(distance, point, distances[child], points[child])) {
        break;
      }
      put(place, points[child], distances[child]);
      place = child;
    }
    put(place, point, distance);
  }

  private void put(int place, int point, double distance) {
    points[place] = point;
    distances[place] = distance;
  }

  private static boolean farther(double distance, int point, double than, int thanPoint) {
    return distance > than || (distance == than && point > thanPoint);
  }
}
