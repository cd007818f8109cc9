package dev.segue.listening.model;

import dev.segue.listening.Interactions;
import dev.segue.listening.ListeningException;
import dev.segue.listening.model.Hyperparameter.Choice;
import dev.segue.listening.model.Hyperparameter.Numeric;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The models of taste. */
public enum TasteKind implements TrainedKind<TasteKind> {
  /** See {@link Popularity}. */
  POPULARITY("popularity", List.of(new Numeric("half_life_days", "0", 0, 1e6, false, 7, 1000))) {
    @Override
    public MemoryNeed need(ModelSettings<TasteKind> settings, Shape data) {
      return Popularity.need(data);
    }

    @Override
    TasteModel train(Interactions data, ModelSettings<TasteKind> settings, Training training)
        throws ListeningException {
      return Popularity.of(data, settings.number("half_life_days"));
    }

    @Override
    TasteModel read(NumberFiles files, ModelSettings<TasteKind> settings, int items, int factors)
        throws IOException, ListeningException {
      return Popularity.read(files, items);
    }
  },
  /** See {@link ItemNeighbours}. */
  ITEM_KNN(
      "item-knn",
      List.of(
          new Numeric("k", "100", 1, 1e6, true, 10, 500),
          new Choice("metric", "cosine", List.of("cosine", "euclidean", "manhattan")),
          new Numeric("shrinkage", "0", 0, 1e6, false, 0, 50),
          weights())) {
    @Override
    public MemoryNeed need(ModelSettings<TasteKind> settings, Shape data) {
      return ItemNeighbours.need(data, settings.count("k"));
    }

    @Override
    TasteModel train(Interactions data, ModelSettings<TasteKind> settings, Training training)
        throws ListeningException {
      return ItemNeighbours.train(
          matrix(data, settings),
          settings.count("k"),
          ItemNeighbours.Likeness.valueOf(settings.choice("metric").toUpperCase(Locale.ROOT)),
          settings.number("shrinkage"),
          training);
    }

    @Override
    TasteModel read(NumberFiles files, ModelSettings<TasteKind> settings, int items, int factors)
        throws IOException, ListeningException {
      return ItemWeights.read(files, items, settings.count("k"));
    }
  },
  /** See {@link Ease}, without dropout. */
  EASE("ease", List.of(lambda("500"), kept(), weights())) {
    @Override
    public MemoryNeed need(ModelSettings<TasteKind> settings, Shape data) {
      return Ease.need(data, settings.count("kept"));
    }

    @Override
    TasteModel train(Interactions data, ModelSettings<TasteKind> settings, Training training)
        throws ListeningException {
      return Ease.train(
          matrix(data, settings),
          new Ease.Settings(settings.number("lambda"), 0, 0, settings.count("kept")),
          training);
    }

    @Override
    TasteModel read(NumberFiles files, ModelSettings<TasteKind> settings, int items, int factors)
        throws IOException, ListeningException {
      return ItemWeights.read(files, items, settings.count("kept"));
    }
  },
  /** See {@link Ease}, with dropout. */
  EDLAE(
      "edlae",
      List.of(
          lambda("50"),
          new Numeric("dropout", "0.5", 0, .99, false, .1, .8),
          new Numeric("popularity_discount", "0.15", 0, 1, false, 0, .3),
          kept(),
          weights())) {
    @Override
    public MemoryNeed need(ModelSettings<TasteKind> settings, Shape data) {
      return Ease.need(data, settings.count("kept"));
    }

    @Override
    TasteModel train(Interactions data, ModelSettings<TasteKind> settings, Training training)
        throws ListeningException {
      return Ease.train(
          matrix(data, settings),
          new Ease.Settings(
              settings.number("lambda"),
              settings.number("dropout"),
              settings.number("popularity_discount"),
              settings.count("kept")),
          training);
    }

    @Override
    TasteModel read(NumberFiles files, ModelSettings<TasteKind> settings, int items, int factors)
        throws IOException, ListeningException {
      return ItemWeights.read(files, items, settings.count("kept"));
    }
  },
  /** See {@link ImplicitAls}. */
  IALS(
      "ials",
      List.of(
          new Numeric("factors", "64", 1, 2048, true, 16, 256),
          new Numeric("epochs", "16", 1, 1000, true, 8, 24),
          new Numeric("lambda", "0.01", 1e-9, 1e6, false, .0005, .1),
          new Numeric("unobserved_ratio", "20", 0, 1e6, false, 2, 400),
          new Numeric("regularization_exponent", "1", 0, 2, false, 0, 1),
          weights())) {
    @Override
    public MemoryNeed need(ModelSettings<TasteKind> settings, Shape data) {
      return ImplicitAls.need(data, settings.count("factors"));
    }

    @Override
    TasteModel train(Interactions data, ModelSettings<TasteKind> settings, Training training)
        throws ListeningException {
      return ImplicitAls.train(matrix(data, settings), als(settings), training);
    }

    @Override
    TasteModel read(NumberFiles files, ModelSettings<TasteKind> settings, int items, int factors)
        throws IOException, ListeningException {
      return ImplicitAls.read(files, items, als(settings));
    }

    private static ImplicitAls.Settings als(ModelSettings<TasteKind> settings) {
      return new ImplicitAls.Settings(
          settings.count("factors"),
          settings.count("epochs"),
          settings.number("lambda"),
          settings.number("unobserved_ratio"),
          settings.number("regularization_exponent"));
    }
  },
  /** See {@link PureSvd}. */
  PURE_SVD("pure-svd", List.of(new Numeric("factors", "64", 1, 2048, true, 8, 256), weights())) {
    @Override
    public MemoryNeed need(ModelSettings<TasteKind> settings, Shape data) {
      return PureSvd.need(data, settings.count("factors"));
    }

    @Override
    TasteModel train(Interactions data, ModelSettings<TasteKind> settings, Training training)
        throws ListeningException {
      return PureSvd.train(matrix(data, settings), settings.count("factors"), training);
    }

    @Override
    TasteModel read(NumberFiles files, ModelSettings<TasteKind> settings, int items, int factors)
        throws IOException, ListeningException {
      return PureSvd.model(FactorModel.read(files, items, factors));
    }
  };

  private static final int KEPT_AT_FIRST = 400;
  private static final int LEAST_KEPT = 50;
  private static final int LEAST_NEIGHBOURS = 10;
  private static final int LEAST_FACTORS = 8;

  private final String kind;

  @SuppressWarnings("ImmutableEnumChecker") // it is List.of
  private final List<Hyperparameter> hyperparameters;

  TasteKind(String kind, List<Hyperparameter> hyperparameters) {
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
   * @param data whose values say how often; of no pair of user and item are there two records
   * @throws ListeningException when the data do not suffice or the model needs more memory than
   *     there is
   */
  public static TasteModel train(
      ModelSettings<TasteKind> settings, Interactions data, Training training)
      throws ListeningException {
    check(data);
    training.progress().note(MemoryNeed.told(settings, Shape.of(data), training.memoryBytes()));
    return settings.kind().train(data, settings, training);
  }

  /** How many bytes training takes at most beside the data. */
  public static long memoryBytes(ModelSettings<TasteKind> settings, Interactions data) {
    return settings.kind().need(settings, Shape.of(data)).bytes();
  }

  @Override
  public Stream<ModelSettings<TasteKind>> lighter(ModelSettings<TasteKind> settings) {
    Stream<ModelSettings<TasteKind>> own =
        switch (this) {
          case EASE, EDLAE ->
              settings.count("kept") == 0
                  ? TrainedKind.halved(settings, "kept", KEPT_AT_FIRST, LEAST_KEPT)
                  : TrainedKind.halved(settings, "kept", LEAST_KEPT);
          case ITEM_KNN -> TrainedKind.halved(settings, "k", LEAST_NEIGHBOURS);
          case IALS, PURE_SVD -> TrainedKind.halved(settings, "factors", LEAST_FACTORS);
          case POPULARITY -> Stream.of();
        };
    ModelSettings<TasteKind> ials = ModelSettings.usual(IALS);
    return Stream.of(
            own,
            Stream.of(ials),
            TrainedKind.halved(ials, "factors", LEAST_FACTORS),
            Stream.of(ModelSettings.usual(POPULARITY)))
        .flatMap(each -> each);
  }

  /** Reads the model of this kind that was written. */
  abstract TasteModel read(
      NumberFiles files, ModelSettings<TasteKind> settings, int items, int factors)
      throws IOException, ListeningException;

  abstract TasteModel train(Interactions data, ModelSettings<TasteKind> settings, Training training)
      throws ListeningException;

  private static void check(Interactions data) throws ListeningException {
    boolean[] counted = new boolean[data.users().size()];
    for (int i = 0; i < data.size(); i++) {
      if (data.value(i) < 0) {
        throw new ListeningException(
            "User '%s' has %s for item '%s'; plays are not negative."
                .formatted(user(data, i), data.value(i), data.items().id(data.item(i))));
      }
      counted[data.user(i)] |= data.value(i) > 0;
    }
    for (int i = 0; i < data.size(); i++) {
      if (!counted[data.user(i)]) {
        throw new ListeningException(
            "User '%s' has only records of 0; leave them out.".formatted(user(data, i)));
      }
    }
    if (data.distinctUsers() < 2 || data.distinctItems() < 2) {
      throw new ListeningException(
          "There are %d users and %d items to learn from; taste takes two of each."
              .formatted(data.distinctUsers(), data.distinctItems()));
    }
  }

  private static String user(Interactions data, int index) {
    return data.users().id(data.user(index));
  }

  /** How much an interaction counts under some settings, in training as in a history. */
  public static float weight(ModelSettings<TasteKind> settings, double value) {
    return (float) weighting(settings).applyAsDouble(value);
  }

  private static SparseMatrix matrix(Interactions data, ModelSettings<TasteKind> settings) {
    return SparseMatrix.of(data, weighting(settings));
  }

  private static Weighting weighting(ModelSettings<TasteKind> settings) {
    String name = settings.choice("weights");
    return name == null ? Weighting.BINARY : Weighting.valueOf(name.toUpperCase(Locale.ROOT));
  }

  private static Hyperparameter lambda(String usual) {
    return new Numeric("lambda", usual, 1e-9, 1e9, false, 5, 1000);
  }

  /** How many weights an item keeps; a search does not look for fewer. */
  private static Hyperparameter kept() {
    return new Numeric("kept", "0", 0, 1e6, true, 0, 0);
  }

  private static Hyperparameter weights() {
    return new Choice("weights", "binary", List.of("binary", "log", "count"));
  }
}
