package dev.segue.http.api;

import dev.segue.catalog.NumericField;
import dev.segue.query.RequestException;
import dev.segue.query.Versions;
import dev.segue.recommend.Conditions;
import dev.segue.recommend.Exploration;
import dev.segue.recommend.Occasion;
import dev.segue.recommend.Occasion.Mood;
import dev.segue.recommend.Occasion.TimeOfDay;
import dev.segue.recommend.Seed;
import dev.segue.recommend.Variety;
import dev.segue.recommend.Wishes;
import dev.segue.recommend.Wishes.Method;
import dev.segue.vector.FeatureSpace;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What tracks shall be like, besides the seeds: the same for recommendations and playlists. */
public final class WishesParameters {
  /** Numbers that tracks shall come near. */
  public static final List<String> TARGETS =
      Stream.of(NumericField.values()).map(WishesParameters::target).toList();

  private static final List<String> OTHERS =
      List.of(
          "space", "versions", "method", "diversity", "max_per_artist", "max_per_album", "spacing");

  private WishesParameters() {}

  /** These names, those of the wishes, and those of the filters. */
  static List<String> and(String... names) {
    return FilterParameters.and(
        Stream.of(Stream.of(names), OTHERS.stream(), TARGETS.stream())
            .flatMap(each -> each)
            .toArray(String[]::new));
  }

  /**
   * The wishes that the parameters say.
   *
   * @param space the one they name, or the default
   * @throws RequestException naming the parameter, the value and the limit
   */
  public static Wishes read(Parameters parameters, List<Seed> seeds, FeatureSpace space) {
    return new Wishes(
        seeds,
        parameters.choice("method", Method.class).orElse(Method.BEST_SCORE),
        conditions(parameters, space, Variety.DEFAULT));
  }

  /**
   * What they say besides seeds and method.
   *
   * @param space the one they name, or the default
   * @param usual what of variety they do not say
   * @throws RequestException naming the parameter, the value and the limit
   */
  static Conditions conditions(Parameters parameters, FeatureSpace space, Variety usual) {
    return new Conditions(
        targets(parameters, space),
        FilterParameters.read(parameters),
        space,
        parameters.choice("versions", Versions.class).orElse(Versions.ONE),
        new Variety(
            parameters.decimal("diversity").orElse(usual.diversity()),
            limit(parameters, "max_per_artist", usual.maxPerArtist()),
            limit(parameters, "max_per_album", usual.maxPerAlbum()),
            parameters.integer("spacing", usual.spacing()),
            usual.yielding() && parameters.one("spacing").isEmpty()),
        Exploration.NONE);
  }

  /** What music is for: {@code time_of_day} and {@code mood}. */
  static Occasion occasion(Parameters parameters) {
    return new Occasion(
        parameters.choice("time_of_day", TimeOfDay.class), parameters.choice("mood", Mood.class));
  }

  /** {@link Variety#NO_LIMIT} has no name outside. */
  private static int limit(Parameters parameters, String name, int otherwise) {
    int limit = parameters.integer(name, otherwise);
    if (parameters.one(name).isPresent()) {
      RequestException.checkCount(name, limit, 1, Variety.MOST);
    }
    return limit;
  }

  private static String target(NumericField field) {
    return "target_" + field.label();
  }

  /** Who names a space says what counts; a target of something else contradicts that. */
  private static Map<NumericField, Double> targets(Parameters parameters, FeatureSpace space) {
    Map<NumericField, Double> targets = new EnumMap<>(NumericField.class);
    for (NumericField field : NumericField.values()) {
      String name = target(field);
      parameters
          .number(name, field)
          .ifPresent(
              number -> {
                if (field.integral() && number != Math.rint(number)) {
                  throw RequestException.invalid(
                      name, "%s is %s, must be a whole number.".formatted(name, number));
                }
                targets.put(field, number);
              });
      if (targets.containsKey(field)
          && parameters.one("space").isPresent()
          && !space.knows(field)) {
        throw RequestException.invalid(
            name,
            "%s is %s, but %s does not compare %s; leave space out, or name another."
                .formatted(name, targets.get(field), space.name(), field.label()));
      }
    }
    return targets;
  }
}
