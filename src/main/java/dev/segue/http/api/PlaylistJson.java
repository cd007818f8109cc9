package dev.segue.http.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.segue.playlist.CamelotKey;
import dev.segue.playlist.Playlist;
import dev.segue.playlist.PlaylistRequest;
import dev.segue.playlist.Transition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A playlist.
 *
 * @param seeds what each was taken for, in order
 * @param seed another number, another playlist
 * @param durationMs of all tracks together
 * @param compatibleKeys the share of the transitions in keys that go together, [0, 1]; absent where
 *     there is none
 * @param meanTempoStepPercent by how much the tempo changes from track to track, but for halves and
 *     doubles; absent where there is none
 * @param means of audio features
 * @param whyFewer absent where it is as long as was asked for
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PlaylistJson(
    String title,
    List<RecommendationsJson.Seed> seeds,
    String space,
    String method,
    String energyCurve,
    long seed,
    long durationMs,
    Double compatibleKeys,
    Double meanTempoStepPercent,
    Map<String, Mean> means,
    List<Entry> tracks,
    RecommendationsJson.Pool pool,
    RecommendationsJson.WhyFewer whyFewer) {
  private static final int PLACES = 4;

  /** The mean of an audio feature; that of the seeds is absent where none has it. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Mean(double playlist, Double seeds) {}

  /**
   * A track in its place.
   *
   * @param camelot its key on the Camelot wheel, absent where it is not known
   * @param wantedEnergy that of the curve in this place
   * @param tempoStepPercent from the track before
   * @param keyDistance from the track before, on the Camelot wheel; up to 1 goes together
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Entry(
      @JsonUnwrapped HitJson hit,
      String camelot,
      double wantedEnergy,
      Double tempoStepPercent,
      Integer keyDistance) {}

  static PlaylistJson of(
      Playlist playlist, PlaylistRequest request, TakenSeeds seeds, String title) {
    Map<String, Mean> means = new LinkedHashMap<>();
    for (Playlist.Mean mean : playlist.means()) {
      if (!Double.isNaN(mean.playlist())) {
        means.put(
            mean.feature().label(),
            new Mean(Decimals.round(mean.playlist(), PLACES), known(mean.seeds())));
      }
    }
    return new PlaylistJson(
        title,
        seeds.json(playlist.seeds()),
        request.wishes().conditions().space().name(),
        Json.word(request.wishes().method()),
        Json.word(request.curve().shape()),
        request.seed(),
        playlist.durationMillis(),
        known(playlist.compatibleKeys()),
        known(Transition.percent(playlist.meanTempoStep())),
        means,
        entries(playlist),
        RecommendationsJson.Pool.of(playlist.pool()),
        playlist.whyFewer().map(RecommendationsJson.WhyFewer::of).orElse(null));
  }

  private static List<Entry> entries(Playlist playlist) {
    List<Entry> entries = new ArrayList<>();
    for (Playlist.Entry entry : playlist.entries()) {
      entries.add(
          new Entry(
              HitJson.recommended(1 + entries.size(), entry.hit(), entry.reasons()),
              CamelotKey.of(entry.hit().track().audio()).map(CamelotKey::label).orElse(null),
              Decimals.round(entry.wantedEnergy(), PLACES),
              entry
                  .transition()
                  .map(transition -> known(Transition.percent(transition.tempoStep())))
                  .orElse(null),
              entry
                  .transition()
                  .map(transition -> transition.keyDistance())
                  .filter(distance -> distance >= 0)
                  .orElse(null)));
    }
    return entries;
  }

  private static Double known(double number) {
    return Double.isNaN(number) ? null : Double.valueOf(Decimals.round(number, PLACES));
  }
}
