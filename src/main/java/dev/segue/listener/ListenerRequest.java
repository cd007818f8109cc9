package dev.segue.listener;

import dev.segue.query.RequestException;
import dev.segue.recommend.Conditions;
import dev.segue.recommend.Occasion;
import dev.segue.recommend.SimilarRequest;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What is wanted for a listener.
 *
 * @param strategy what it shall go by; both where nothing is said
 * @param mixing how taste and sound become one in a hybrid
 * @param keepPlayed whether what they played may be answered; what they dislike never is
 * @param occasion what the music is for; targets of the conditions go before its own
 * @param seed of what is left to chance; where nothing is said, it changes with all that they do
 * @param conditions of the tracks
 * @param k how many tracks, 1 to {@value SimilarRequest#MAX_K}
 * @param cursor of the page before
 */
public record ListenerRequest(
    Optional<Strategy> strategy,
    Mixing mixing,
    boolean keepPlayed,
    Occasion occasion,
    OptionalLong seed,
    Conditions conditions,
    int k,
    Optional<String> cursor) {
  /**
   * Checks the number of tracks.
   *
   * @throws RequestException naming the parameter, the value and the limit
   */
  public ListenerRequest {
    RequestException.checkCount("k", k, 1, SimilarRequest.MAX_K);
  }
}
