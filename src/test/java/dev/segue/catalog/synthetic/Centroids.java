package dev.segue.catalog.synthetic;

import dev.segue.catalog.NumericField;
import dev.segue.catalog.Track;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The mean track of each genre in standardised features. */
final class Centroids {
  private static final List<NumericField> FIELDS =
      List.of(
          NumericField.DANCEABILITY,
          NumericField.ENERGY,
          NumericField.LOUDNESS,
          NumericField.SPEECHINESS,
          NumericField.ACOUSTICNESS,
          NumericField.INSTRUMENTALNESS,
          NumericField.VALENCE,
          NumericField.TEMPO,
          NumericField.DURATION_MS);

  private final double[] means = new double[FIELDS.size()];
  private final double[] deviations = new double[FIELDS.size()];
  private final Map<String, double[]> centroids = new HashMap<>();

  private Centroids() {}

  static Centroids of(List<Track> tracks) {
    Centroids centroids = new Centroids();
    for (int i = 0; i < FIELDS.size(); i++) {
      NumericField field = FIELDS.get(i);
      double mean = tracks.stream().mapToDouble(field::of).average().orElseThrow();
      centroids.means[i] = mean;
      centroids.deviations[i] =
          Math.sqrt(
              tracks.stream()
                  .mapToDouble(track -> Math.pow(field.of(track) - mean, 2))
                  .average()
                  .orElseThrow());
    }
    tracks.stream()
        .collect(Collectors.groupingBy(track -> track.genres().getFirst()))
        .forEach((genre, its) -> centroids.centroids.put(genre, centroids.mean(its)));
    return centroids;
  }

  /** The genre whose centroid is nearest. */
  String nearest(Track track) {
    double[] point = standardised(track);
    String nearest = "";
    double least = Double.MAX_VALUE;
    for (Map.Entry<String, double[]> centroid : centroids.entrySet()) {
      double distance = distance(point, centroid.getValue());
      if (distance < least) {
        least = distance;
        nearest = centroid.getKey();
      }
    }
    return nearest;
  }

  /** Euclidean, in standard deviations. */
  double distance(Track one, Track other) {
    return distance(standardised(one), standardised(other));
  }

  private double[] mean(List<Track> tracks) {
    double[] mean = new double[FIELDS.size()];
    for (Track track : tracks) {
      double[] point = standardised(track);
      for (int i = 0; i < mean.length; i++) {
        mean[i] += point[i] / tracks.size();
      }
    }
    return mean;
  }

  private double[] standardised(Track track) {
    double[] point = new double[FIELDS.size()];
    for (int i = 0; i < point.length; i++) {
      point[i] = (FIELDS.get(i).of(track) - means[i]) / deviations[i];
    }
    return point;
  }

  private static double distance(double[] one, double[] other) {
    double squares = 0;
    for (int i = 0; i < one.length; i++) {
      squares += (one[i] - other[i]) * (one[i] - other[i]);
    }
    return Math.sqrt(squares);
  }
}
