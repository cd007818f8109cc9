package dev.segue.http.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.segue.rank.ScorePart;
import dev.segue.rank.ScoredTrack;
import dev.segue.recommend.Reason;
import dev.segue.recommend.Recommendation;
import dev.segue.recommend.Recommendation.Recommended;
import dev.segue.search.SearchResult;
import dev.segue.vector.Metric;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One place of a ranked answer.
 *
 * @param rank from 1
 * @param score absent where the order is not by score
 * @param distance absent where there is none
 * @param scoreParts what the score is the sum of, absent where it is one thing
 * @param otherVersions of the track's recording, absent where there is none or each stands alone
 * @param highlights the track's names with what was asked for marked, absent when not asked for
 * @param reasons why it was recommended, absent where it was found
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record HitJson(
    long rank,
    Double score,
    Double distance,
    Map<String, Double> scoreParts,
    HighlightsJson highlights,
    TrackJson track,
    List<VersionJson> otherVersions,
    List<ReasonJson> reasons) {
  private static final int PLACES = 6;

  /** Tracks that were found by words. */
  static List<HitJson> found(SearchResult result) {
    List<HitJson> hits = new ArrayList<>(result.tracks().size());
    for (ScoredTrack scored : result.tracks()) {
      int place = hits.size();
      hits.add(
          new HitJson(
              result.firstRank() + place,
              rounded(scored.score()),
              null,
              parts(scored.parts()),
              result.highlights().isEmpty()
                  ? null
                  : HighlightsJson.of(result.highlights().get(place)),
              TrackJson.of(scored.track()),
              VersionJson.of(scored.otherVersions()),
              null));
    }
    return hits;
  }

  /** Tracks that were found by their distance. */
  static List<HitJson> near(List<ScoredTrack> tracks, Metric metric) {
    List<HitJson> hits = new ArrayList<>(tracks.size());
    for (ScoredTrack scored : tracks) {
      hits.add(
          new HitJson(
              1 + hits.size(),
              rounded(scored.score()),
              // Of cosines and inner products the score says it all.
              metric == Metric.COSINE || metric == Metric.INNER_PRODUCT
                  ? null
                  : rounded(scored.distance()),
              null,
              null,
              TrackJson.of(scored.track()),
              VersionJson.of(scored.otherVersions()),
              null));
    }
    return hits;
  }

  /** Tracks that were recommended. */
  static List<HitJson> recommended(Recommendation recommendation) {
    List<HitJson> hits = new ArrayList<>(recommendation.tracks().size());
    for (Recommended each : recommendation.tracks()) {
      hits.add(recommended(recommendation.firstRank() + hits.size(), each.hit(), each.reasons()));
    }
    return hits;
  }

  /** A track that was recommended. */
  static HitJson recommended(long rank, ScoredTrack scored, List<Reason> reasons) {
    return new HitJson(
        rank,
        rounded(scored.score()),
        null,
        parts(scored.parts()),
        null,
        TrackJson.of(scored.track()),
        VersionJson.of(scored.otherVersions()),
        reasons.stream().map(ReasonJson::of).toList());
  }

  /** Tracks of a walk. */
  static List<HitJson> along(List<ScoredTrack> tracks) {
    List<HitJson> hits = new ArrayList<>(tracks.size());
    for (ScoredTrack scored : tracks) {
      hits.add(
          new HitJson(
              1 + hits.size(),
              null,
              rounded(scored.distance()),
              null,
              null,
              TrackJson.of(scored.track()),
              VersionJson.of(scored.otherVersions()),
              null));
    }
    return hits;
  }

  private static Map<String, Double> parts(List<ScorePart> parts) {
    if (parts.isEmpty()) {
      return null;
    }
    Map<String, Double> json = new LinkedHashMap<>();
    parts.forEach(part -> json.put(part.name(), rounded(part.score())));
    return json;
  }

  private static Double rounded(double number) {
    return Double.isNaN(number) ? null : Double.valueOf(Decimals.round(number, PLACES));
  }
}
