package dev.segue.vector;

/**
 * The k nearest of the points that it is given: by distance, then by number, the smaller first.
 *
 * <p>A binary heap with the farthest on top; O(log k) a point that gets in. For one thread.
 */
public final class Nearest {
  private final double[] distances;
  private final int[] points;
  private int size;

  /**
   * Empty.
   *
   * @param k how many at most, at least 1
   * @throws IllegalArgumentException naming k when it is less
   */
  public Nearest(int k) {
    if (k < 1) {
      throw new IllegalArgumentException("k is %d, must be at least 1".formatted(k));
    }
    distances = new double[k];
    points = new int[k];
  }

  /** The largest distance that can still get in. */
  public double limit() {
    return size < distances.length ? Double.POSITIVE_INFINITY : distances[0];
  }

  /** Takes a point if it is among the nearest so far. */
  public void add(int point, double distance) {
    if (size < distances.length) {
      rise(size++, point, distance);
    } else if (farther(distances[0], points[0], distance, point)) {
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
