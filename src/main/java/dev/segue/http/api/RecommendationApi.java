package dev.segue.http.api;

import dev.segue.engine.Snapshot;
import dev.segue.query.RequestException;
import dev.segue.recommend.Recommendation;
import dev.segue.recommend.RecommendationRequest;
import dev.segue.recommend.Wishes;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/**
 * Every question for music that somebody means: parameters in, the answer's JSON shape out. All
 * throw {@link RequestException} for whatever the asker did wrong.
 */
public final class RecommendationApi {
  /** The names of what {@link #recommendations} can be asked, besides its seeds. */
  public static final List<String> RECOMMENDATIONS = WishesParameters.and("k", "cursor");

  private RecommendationApi() {}

  /** Tracks for a mix of wishes: {@link #RECOMMENDATIONS}. */
  public static RecommendationsJson recommendations(Snapshot snapshot, WishesQuestion question)
      throws IOException {
    Parameters parameters = question.parameters().only(RECOMMENDATIONS);
    TakenSeeds seeds = TakenSeeds.of(question.seeds(), snapshot.search());
    Wishes wishes =
        WishesParameters.read(parameters, seeds.seeds(), Api.space(snapshot, parameters));
    RecommendationRequest request =
        new RecommendationRequest(
            wishes, parameters.integer("k", Api.DEFAULT_LENGTH), parameters.one("cursor"));
    Recommendation answer = snapshot.mixedRecommender().recommend(request);
    return new RecommendationsJson(
        seeds.json(answer.seeds()),
        wishes.space().name(),
        wishes.method().name().toLowerCase(Locale.ROOT),
        HitJson.recommended(answer),
        RecommendationsJson.Pool.of(answer.pool()),
        answer.whyFewer().map(RecommendationsJson.WhyFewer::of).orElse(null),
        answer.nextCursor().orElse(null));
  }
}
