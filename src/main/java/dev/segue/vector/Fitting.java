package dev.segue.vector;

import dev.segue.catalog.Track;
import java.util.List;
import java.util.Optional;

/** A feature space while it learns its scaling from a stream of tracks. For one thread. */
public final class Fitting {
  private final FeatureSpace space;
  private final List<Scaling.Fitter> fitters;
  private boolean fitted;

  public Fitting(FeatureSpace space) {
    this.space = space;
    fitters = space.columns().stream().map(column -> column.scaling().fitter()).toList();
  }

  /** One more track. One that lacks a column of the space teaches nothing. */
  public void add(Track track) {
    double[] row = FittedSpace.row(space, FeatureValues.of(track));
    if (row != null) {
      fitted = true;
      for (int i = 0; i < row.length; i++) {
        fitters.get(i).add(row[i]);
      }
    }
  }

  /** The fitted space, or empty when no track had all the columns. */
  public Optional<FittedSpace> fit() {
    return fitted
        ? Optional.of(new FittedSpace(space, fitters.stream().map(Scaling.Fitter::fit).toList()))
        : Optional.empty();
  }
}
