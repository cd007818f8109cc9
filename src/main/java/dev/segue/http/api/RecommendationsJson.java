package dev.segue.http.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.segue.recommend.Recommendation;
import java.util.List;
import java.util.Map;

/**
 * What a mix of wishes is answered with.
 *
 * @param seeds what each was taken for, in order
 * @param space in which likeness was measured
 * @param method how the seeds became one ranking
 * @param whyFewer absent where as many came back as were asked for
 * @param nextCursor absent where there is no more
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RecommendationsJson(
    List<Seed> seeds,
    String space,
    String method,
    List<HitJson> tracks,
    Pool pool,
    WhyFewer whyFewer,
    String nextCursor) {

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
