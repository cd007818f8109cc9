package dev.segue.http.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.segue.catalog.NumericField;
import dev.segue.experiment.Assignment;
import dev.segue.listener.ForListener;
import dev.segue.recommend.Exploration;
import dev.segue.recommend.Occasion;
import dev.segue.recommend.Recommendation;
import dev.segue.vector.FeatureSpace;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a mix of wishes, or a listener, is answered with.
 *
 * @param basis what an answer to a listener went by; absent elsewhere
 * @param seeds what each was taken for, in order; of a listener, the favourites that sound goes by
 * @param space in which likeness was measured
 * @param method how the seeds became one ranking; of a listener absent
 * @param context what the music is for; absent where nobody said
 * @param explore what was left to chance; absent where nothing was
 * @param whyFewer absent where as many came back as were asked for
 * @param nextCursor absent where there is no more
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RecommendationsJson(
    @JsonUnwrapped Basis basis,
    List<Seed> seeds,
    String space,
    String method,
    Context context,
    Explore explore,
    List<HitJson> tracks,
    Pool pool,
    WhyFewer whyFewer,
    String nextCursor) {

  static RecommendationsJson of(
      Basis basis,
      List<Seed> seeds,
      FeatureSpace space,
      String method,
      Context context,
      Exploration exploration,
      Recommendation answer) {
    return new RecommendationsJson(
        basis,
        seeds,
        space.name(),
        method,
        context,
        Explore.of(exploration),
        HitJson.recommended(answer),
        Pool.of(answer.pool()),
        answer.whyFewer().map(WhyFewer::of).orElse(null),
        answer.nextCursor().orElse(null));
  }

  /**
   * What an answer to a listener went by.
   *
   * @param whyStrategy why it went by that, for people
   * @param alpha the share of sound; absent where it was no hybrid
   * @param known how many recordings the listener is known to like
   * @param experiment in which the listener takes part; absent where in none
   * @param variant of the experiment
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Basis(
      String strategy,
      String whyStrategy,
      Double alpha,
      int known,
      String experiment,
      String variant) {
    static Basis of(ForListener answer, Optional<Assignment> assignment) {
      return new Basis(
          Json.word(answer.strategy()),
          answer.why(),
          answer.alpha().isPresent() ? Decimals.round(answer.alpha().getAsDouble(), 4) : null,
          answer.known(),
          assignment.map(Assignment::experiment).orElse(null),
          assignment.map(each -> each.variant().name()).orElse(null));
    }
  }

  /**
   * What a seed was taken for.
   *
   * @param label for people
   * @param tracks how many tracks stand for it
   * @param id of the track, where it is one
   * @param confidence of a text, the share of its words that the track has, [0, 1]
   * @param values its numbers, of several tracks their means; absent where unknown
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Seed(
      String kind,
      double weight,
      String label,
      int tracks,
      String id,
      Double confidence,
      Map<String, Double> values) {}

  /**
   * What the music is for.
   *
   * @param timeOfDay absent where nobody said
   * @param mood absent where nobody said
   * @param learned whether the targets come from what the listener played at such times
   * @param targets numbers that tracks were to come near
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Context(
      String timeOfDay, String mood, boolean learned, Map<String, Double> targets) {
    static Context of(Occasion occasion, Map<NumericField, Double> targets, boolean learned) {
      if (occasion.equals(Occasion.NONE)) {
        return null;
      }
      Map<String, Double> json = new LinkedHashMap<>();
      new TreeMap<>(targets)
          .forEach((field, number) -> json.put(field.label(), Decimals.round(number, 4)));
      return new Context(
          occasion.timeOfDay().map(Json::word).orElse(null),
          occasion.mood().map(Json::word).orElse(null),
          learned,
          json);
    }
  }

  /**
   * What was left to chance.
   *
   * @param share of the places, [0, 1]
   * @param seed the same again, the same tracks
   */
  public record Explore(double share, long seed) {
    static Explore of(Exploration exploration) {
      return exploration.share() == 0 ? null : new Explore(exploration.share(), exploration.seed());
    }
  }

  /**
   * How many tracks there were.
   *
   * @param candidates in the index
   * @param afterFilters of these, how many pass the filters
   * @param afterVariety of these, how many are on this page and those before
   */
  public record Pool(int candidates, int afterFilters, int afterVariety) {
    static Pool of(Recommendation.Pool pool) {
      return new Pool(pool.candidates(), pool.afterFilters(), pool.afterVariety());
    }
  }

  /** Which condition took most, and how many tracks. */
  public record WhyFewer(String condition, int removed) {
    static WhyFewer of(Recommendation.WhyFewer why) {
      return new WhyFewer(why.condition(), why.removed());
    }
  }
}
