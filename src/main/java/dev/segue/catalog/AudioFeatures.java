package dev.segue.catalog;

/**
 * How a track sounds: Spotify's twelve audio features, in their units and documented ranges.
 *
 * @param danceability [0, 1]
 * @param energy [0, 1]
 * @param key pitch class, 0 = C to 11 = B, or -1 where none was detected
 * @param loudness in dB, -60 to 20; music peaks near 0
 * @param mode 1 = major, 0 = minor
 * @param speechiness [0, 1]
 * @param acousticness [0, 1]
 * @param instrumentalness [0, 1]
 * @param liveness [0, 1]
 * @param valence [0, 1], higher is happier
 * @param tempo in beats per minute, 0 where none was detected
 * @param timeSignature beats in a bar, 0 to 7, 0 where none was detected
 */
public record AudioFeatures(
    double danceability,
    double energy,
    int key,
    double loudness,
    int mode,
    double speechiness,
    double acousticness,
    double instrumentalness,
    double liveness,
    double valence,
    double tempo,
    int timeSignature) {

  /**
   * Checks every value.
   *
   * @throws IllegalArgumentException naming the column, the value and the limit
   */
  public AudioFeatures {
    NumericField.DANCEABILITY.check(danceability);
    NumericField.ENERGY.check(energy);
    NumericField.KEY.check(key);
    NumericField.LOUDNESS.check(loudness);
    NumericField.MODE.check(mode);
    NumericField.SPEECHINESS.check(speechiness);
    NumericField.ACOUSTICNESS.check(acousticness);
    NumericField.INSTRUMENTALNESS.check(instrumentalness);
    NumericField.LIVENESS.check(liveness);
    NumericField.VALENCE.check(valence);
    NumericField.TEMPO.check(tempo);
    NumericField.TIME_SIGNATURE.check(timeSignature);
  }
}
