package dev.segue.listening.rating;

import dev.segue.listening.Interactions;
import dev.segue.listening.ListeningException;
import dev.segue.listening.model.Hyperparameter;
import dev.segue.listening.model.Hyperparameter.Choice;
import dev.segue.listening.model.Hyperparameter.Numeric;
import dev.segue.listening.model.MemoryNeed;
import dev.segue.listening.model.ModelSettings;
import dev.segue.listening.model.Shape;
import dev.segue.listening.model.TrainedKind;
import dev.segue.listening.model.Training;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The models of ratings. */
public enum RatingKind implements TrainedKind<RatingKind> {
  /** The mean of all ratings. */
  GLOBAL_MEAN("global-mean", List.of()) {
    @Override
    public MemoryNeed need(ModelSettings<RatingKind> settings, Shape data) {
      return new MemoryNeed(0, 0);
    }

    @Override
    RatingModel train(Interactions ratings, ModelSettings<RatingKind> settings, Training training) {
      return Means.global(ratings);
    }
  },
  /** The mean of the user's ratings. */
  USER_MEAN("user-mean", List.of()) {
    @Override
    public MemoryNeed need(ModelSettings<RatingKind> settings, Shape data) {
      return Means.need(data);
    }

    @Override
    RatingModel train(Interactions ratings, ModelSettings<RatingKind> settings, Training training) {
      return Means.ofUsers(ratings);
    }
  },
  /** The mean of the item's ratings. */
  ITEM_MEAN("item-mean", List.of()) {
    @Override
    public MemoryNeed need(ModelSettings<RatingKind> settings, Shape data) {
      return Means.need(data);
    }

    @Override
    RatingModel train(Interactions ratings, ModelSettings<RatingKind> settings, Training training) {
      return Means.ofItems(ratings);
    }
  },
  /** See {@link Baseline}. */
  BASELINE(
      "baseline",
      List.of(
          new Numeric("epochs", "10", 1, 1000, true, 5, 20),
          new Numeric("user_regularization", "15", 0, 1e6, false, 1, 50),
          new Numeric("item_regularization", "10", 0, 1e6, false, 1, 50))) {
    @Override
    public MemoryNeed need(ModelSettings<RatingKind> settings, Shape data) {
      return Baseline.need(data);
    }

    @Override
    RatingModel train(Interactions ratings, ModelSettings<RatingKind> settings, Training training) {
      return new Baseline(
          ratings,
          new Baseline.Settings(
              settings.count("epochs"),
              settings.number("user_regularization"),
              settings.number("item_regularization")));
    }
  },
  /** See {@link KnnBaseline}. */
  KNN_BASELINE(
      "knn-baseline",
      List.of(
          new Numeric("k", "40", 1, 1e6, true, 10, 100),
          new Choice("similarity", "msd", List.of("msd", "cosine", "pearson-baseline")),
          new Choice("neighbours", "users", List.of("users", "items")),
          new Numeric("shrinkage", "100", 0, 1e6, false, 10, 200))) {
    @Override
    public MemoryNeed need(ModelSettings<RatingKind> settings, Shape data) {
      return KnnBaseline.need(data, areUsers(settings));
    }

    @Override
    RatingModel train(Interactions ratings, ModelSettings<RatingKind> settings, Training training) {
      String similarity = settings.choice("similarity").toUpperCase(Locale.ROOT).replace('-', '_');
      return new KnnBaseline(
          ratings,
          new KnnBaseline.Settings(
              settings.count("k"),
              KnnBaseline.Similarity.valueOf(similarity),
              areUsers(settings),
              settings.number("shrinkage")),
          training);
    }
  },
  /** See {@link BiasedSvd}. */
  SVD("svd", descent("100", "0.005")) {
    @Override
    public MemoryNeed need(ModelSettings<RatingKind> settings, Shape data) {
      return BiasedSvd.need(data, settings.count("factors"));
    }

    @Override
    RatingModel train(Interactions ratings, ModelSettings<RatingKind> settings, Training training)
        throws ListeningException {
      return new BiasedSvd(ratings, descent(settings), training);
    }
  },
  /** See {@link SvdPlusPlus}. */
  SVD_PLUS_PLUS("svd++", descent("20", "0.007")) {
    @Override
    public MemoryNeed need(ModelSettings<RatingKind> settings, Shape data) {
      return SvdPlusPlus.need(data, settings.count("factors"));
    }

    @Override
    RatingModel train(Interactions ratings, ModelSettings<RatingKind> settings, Training training)
        throws ListeningException {
      return new SvdPlusPlus(ratings, descent(settings), training);
    }
  };

  private static final int LEAST_FACTORS = 8;

  private final String kind;

  @SuppressWarnings("ImmutableEnumChecker") // it is List.of
  private final List<Hyperparameter> hyperparameters;

  RatingKind(String kind, List<Hyperparameter> hyperparameters) {
    this.kind = kind;
    this.hyperparameters = hyperparameters;
  }

  @Override
  public String kind() {
    return kind;
  }

  @Override
  public List<Hyperparameter> hyperparameters() {
    return hyperparameters;
  }

  /**
   * Trains a model.
   *
   * @param ratings of no pair of user and item are there two
   * @throws ListeningException when the data do not suffice or the model needs more memory than
   *     there is
   */
  public static RatingModel train(
      ModelSettings<RatingKind> settings, Interactions ratings, Training training)
      throws ListeningException {
    if (ratings.distinctUsers() < 2 || ratings.distinctItems() < 2) {
      throw new ListeningException(
          "There are ratings of %d users and %d items to learn from; it takes two of each."
              .formatted(ratings.distinctUsers(), ratings.distinctItems()));
    }
    training.progress().note(MemoryNeed.told(settings, Shape.of(ratings), training.memoryBytes()));
    return settings.kind().train(ratings, settings, training);
  }

  @Override
  public Stream<ModelSettings<RatingKind>> lighter(ModelSettings<RatingKind> settings) {
    Stream<ModelSettings<RatingKind>> own =
        switch (this) {
          case SVD, SVD_PLUS_PLUS -> TrainedKind.halved(settings, "factors", LEAST_FACTORS);
          case KNN_BASELINE ->
              Stream.of(settings.with("neighbours", areUsers(settings) ? "items" : "users"));
          default -> Stream.of();
        };
    ModelSettings<RatingKind> svd = ModelSettings.usual(SVD);
    return Stream.of(
            own,
            Stream.of(svd),
            TrainedKind.halved(svd, "factors", LEAST_FACTORS),
            Stream.of(ModelSettings.usual(BASELINE), ModelSettings.usual(GLOBAL_MEAN)))
        .flatMap(each -> each);
  }

  /** Whether neighbours are users; else they are items. */
  private static boolean areUsers(ModelSettings<RatingKind> settings) {
    return settings.choice("neighbours").equals("users");
  }

  abstract RatingModel train(
      Interactions ratings, ModelSettings<RatingKind> settings, Training training)
      throws ListeningException;

  private static List<Hyperparameter> descent(String factors, String learningRate) {
    return List.of(
        new Numeric("factors", factors, 1, 2048, true, 10, 200),
        new Numeric("epochs", "20", 1, 1000, true, 10, 100),
        new Numeric("learning_rate", learningRate, 1e-9, 1, false, .002, .02),
        new Numeric("regularization", "0.02", 0, 100, false, .01, .2));
  }

  private static BiasedSvd.Settings descent(ModelSettings<RatingKind> settings) {
    return new BiasedSvd.Settings(
        settings.count("factors"),
        settings.count("epochs"),
        settings.number("learning_rate"),
        settings.number("regularization"));
  }
}
