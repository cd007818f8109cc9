package dev.segue.evaluate;

import dev.segue.catalog.Track;
import dev.segue.query.NameKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** The answers in one space. */
final class SimilarAnswers {
  private final String space;
  private final Occurrences occurrences;
  private final Latencies latencies = new Latencies();
  private final List<Measured> answers = new ArrayList<>();

  /** What was measured of one answer: shares of its tracks and, of some, means. NaN: unknown. */
  private record Measured(
      double artist,
      double album,
      double genre,
      double sameRecording,
      double artists,
      double popularity) {}

  SimilarAnswers(String space, Occurrences occurrences) {
    this.space = space;
    this.occurrences = occurrences;
  }

  /**
   * Takes one answer.
   *
   * @param ordinals of the answered tracks
   * @param sameRecording the share of places that held another version before versions were folded
   */
  void add(Track seed, List<Track> answered, int[] ordinals, double sameRecording, long nanos) {
    Set<String> artists = keys(seed.artists());
    Set<String> album = seed.album() == null ? Set.of() : keys(List.of(seed.album()));
    Set<String> genres = Set.copyOf(seed.genres());
    answers.add(
        new Measured(
            share(artists, answered, track -> keys(track.artists())),
            share(
                album,
                answered,
                track -> track.album() == null ? Set.of() : keys(List.of(track.album()))),
            share(genres, answered, Track::genres),
            sameRecording,
            answered.stream()
                .map(track -> NameKey.of(track.artists().getFirst()))
                .distinct()
                .count(),
            popularity(answered) - popularity(List.of(seed))));
    occurrences.add(ordinals);
    latencies.add(nanos);
  }

  SimilarReport.Row row() {
    return new SimilarReport.Row(
        space,
        mean(Measured::artist),
        mean(Measured::album),
        mean(Measured::genre),
        mean(Measured::sameRecording),
        mean(Measured::artists),
        occurrences.coverage(),
        occurrences.hubness(),
        mean(Measured::popularity),
        latencies.percentileMicros(50));
  }

  /** How these answers differ from others to the same questions. */
  List<Difference> less(SimilarAnswers others, Random random) {
    List<Difference> differences = new ArrayList<>();
    differences.add(difference("artist@10", others, Measured::artist, random));
    if (known(Measured::genre).length > 0) {
      differences.add(difference("genre@10", others, Measured::genre, random));
    }
    return differences;
  }

  private Difference difference(
      String what, SimilarAnswers others, ToDoubleFunction<Measured> measure, Random random) {
    return Difference.of(space + " " + what, others.known(measure), known(measure), random);
  }

  private Estimate mean(ToDoubleFunction<Measured> measure) {
    double[] known = known(measure);
    return known.length == 0 ? null : Estimate.mean(known);
  }

  private double[] known(ToDoubleFunction<Measured> measure) {
    return answers.stream().mapToDouble(measure).filter(value -> !Double.isNaN(value)).toArray();
  }

  /** The share of tracks that have one of some names; NaN where there is no name. */
  private static double share(
      Set<String> names, List<Track> tracks, Function<Track, Collection<String>> namesOf) {
    return names.isEmpty()
        ? Double.NaN
        : tracks.stream()
            .mapToDouble(track -> Collections.disjoint(names, namesOf.apply(track)) ? 0 : 1)
            .average()
            .orElse(0);
  }

  private static Set<String> keys(List<String> names) {
    return names.stream().map(NameKey::of).collect(Collectors.toSet());
  }

  /** The mean popularity of those that have one, or NaN. */
  private static double popularity(List<Track> tracks) {
    return tracks.stream()
        .filter(track -> track.popularity() != null)
        .mapToInt(Track::popularity)
        .average()
        .orElse(Double.NaN);
  }
}
