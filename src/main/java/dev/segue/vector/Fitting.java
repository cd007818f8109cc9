package dev.segue.vector;

import dev.segue.catalog.Track;
import java.util.Optional;

/** A feature space while it learns its scaling from a stream of tracks. For one thread. */
public final class Fitting {
  private final FeatureSpace space;
  private final StandardScaler.Fitter fitter;

  public Fitting(FeatureSpace space) {
    this.space = space;
    fitter = new StandardScaler.Fitter(space.dimension());
  }

  /** One more track. One that lacks a column of the space teaches nothing. */
  public void add(Track track) {
    double[] row = FittedSpace.row(space, track);
    if (row != null) {
      fitter.add(row);
    }
  }

  /** The fitted space, or empty when no track had all the columns. */
  public Optional<FittedSpace> fit() {
    return fitter.rows() == 0
        ? Optional.empty()
        : Optional.of(new FittedSpace(space, fitter.fit()));
  }
}
