package dev.segue.http.api;

import dev.segue.catalog.NumericField;
import dev.segue.engine.Snapshot;
import dev.segue.index.TrackIndex;
import dev.segue.query.RequestException;
import dev.segue.recommend.Recommendation.Taken;
import dev.segue.recommend.Seed;
import dev.segue.recommend.Wishes;
import dev.segue.search.Resolution;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Seeds, with free texts taken for tracks.
 *
 * @param asked as they were asked for
 * @param seeds what they were taken for
 * @param confidences of texts; NaN elsewhere
 */
record TakenSeeds(List<SeedQuestion> asked, List<Seed> seeds, List<Double> confidences) {

  /**
   * Looks for what texts mean.
   *
   * @throws RequestException when there are too many, naming every seed for which nothing is found,
   *     or with a wrong weight
   */
  static TakenSeeds of(List<SeedQuestion> asked, Snapshot snapshot) throws IOException {
    RequestException.checkCount("seeds", asked.size(), 1, Wishes.MAX_SEEDS);
    List<Seed> seeds = new ArrayList<>();
    List<Double> confidences = new ArrayList<>();
    SortedMap<Integer, RequestException> wrong = new TreeMap<>();
    for (int i = 0; i < asked.size(); i++) {
      SeedQuestion seed = asked.get(i);
      double confidence = Double.NaN;
      try {
        seeds.add(
            switch (seed.kind()) {
              case TRACK -> new Seed.OfTrack(seed.value(), seed.weight());
              case ARTIST -> new Seed.OfArtist(seed.value(), seed.weight());
              case GENRE -> new Seed.OfGenre(seed.value(), seed.weight());
              case AUDIO -> new Seed.OfNumbers(seed.numbers(), seed.weight());
              case TEXT -> {
                Resolution meant = snapshot.search().resolve(seed.value());
                confidence = meant.confidence();
                yield new Seed.OfTrack(meant.track().track().id(), seed.weight());
              }
            });
      } catch (RequestException e) {
        wrong.put(i, e);
        seeds.add(null);
      }
      confidences.add(confidence);
    }
    if (!wrong.isEmpty()) {
      throw wrong(seeds, wrong, snapshot.index());
    }
    return new TakenSeeds(asked, seeds, confidences);
  }

  /**
   * What is wrong with all: with some, which are {@code null}, and with others that are not known.
   */
  private static RequestException wrong(
      List<Seed> seeds, SortedMap<Integer, RequestException> wrong, TrackIndex index)
      throws IOException {
    for (int i = 0; i < seeds.size(); i++) {
      Seed seed = seeds.get(i);
      if (seed != null && !seed.isIn(index)) {
        wrong.put(i, seed.unknown());
      }
    }
    List<String> messages = new ArrayList<>();
    wrong.forEach(
        (i, e) ->
            messages.add(
                "seeds[%d]: %s".formatted(i, e.getMessage().replaceFirst("^q\\b", "text"))));
    return RequestException.joined("seeds", wrong.values(), messages);
  }

  /** What the answer says of them. */
  List<RecommendationsJson.Seed> json(List<Taken> taken) {
    List<RecommendationsJson.Seed> json = new ArrayList<>();
    for (int i = 0; i < taken.size(); i++) {
      double confidence = confidences.get(i);
      json.add(
          new RecommendationsJson.Seed(
              asked.get(i).kind().label(),
              taken.get(i).seed().weight(),
              taken.get(i).label(),
              taken.get(i).tracks(),
              taken.get(i).seed() instanceof Seed.OfTrack track ? track.id() : null,
              Double.isNaN(confidence) ? null : Double.valueOf(Decimals.round(confidence, 4)),
              values(taken.get(i))));
    }
    return json;
  }

  /** What an answer says of seeds that are tracks. */
  static List<RecommendationsJson.Seed> tracks(List<Taken> taken) {
    return taken.stream()
        .map(
            each ->
                new RecommendationsJson.Seed(
                    SeedQuestion.Kind.TRACK.label(),
                    each.seed().weight(),
                    each.label(),
                    each.tracks(),
                    ((Seed.OfTrack) each.seed()).id(),
                    null,
                    values(each)))
        .toList();
  }

  private static Map<String, Double> values(Taken taken) {
    Map<String, Double> values = new LinkedHashMap<>();
    for (NumericField field : NumericField.values()) {
      double value = taken.values().of(field);
      boolean meansNothing = field.nominal() && taken.tracks() > 1; // the mean of two keys
      if (field.isKnown(value) && !meansNothing) {
        values.put(field.label(), Decimals.round(value, 4));
      }
    }
    return values;
  }
}
