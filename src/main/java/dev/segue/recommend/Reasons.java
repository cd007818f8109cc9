package dev.segue.recommend;

import static java.util.stream.Collectors.joining;

import dev.segue.catalog.NumericField;
import dev.segue.catalog.Track;
import dev.segue.query.NameKey;
import dev.segue.recommend.Reason.Kind;
import dev.segue.recommend.Selection.Pick;
import dev.segue.vector.Metric;
import dev.segue.vector.Spreads;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Says why tracks were picked. Of the numbers in which a track is near to its nearest seed, those
 * are told that agree least by chance: the fewer tracks of the catalogue are as near, the more it
 * says ({@link Spreads#within}).
 */
final class Reasons {
  private static final int MOST_FEATURES = 3;
  private static final int MOST_NAMES = 3;

  /** Two numbers agree when so few tracks are as near to the seed's. */
  private static final double RARE = 0.15;

  /** A target is met when no more tracks lie between. */
  private static final double MET = 0.95;

  /** Those that people hear. */
  private static final List<NumericField> HEARD =
      List.of(
          NumericField.TEMPO,
          NumericField.ENERGY,
          NumericField.ACOUSTICNESS,
          NumericField.VALENCE,
          NumericField.DANCEABILITY,
          NumericField.INSTRUMENTALNESS,
          NumericField.SPEECHINESS,
          NumericField.LIVENESS,
          NumericField.LOUDNESS,
          NumericField.DURATION_MS,
          NumericField.POPULARITY);

  /** Those that tell of something only where it is there. */
  private static final Set<NumericField> SAYING_LITTLE =
      EnumSet.of(
          NumericField.ACOUSTICNESS,
          NumericField.INSTRUMENTALNESS,
          NumericField.SPEECHINESS,
          NumericField.LIVENESS);

  private final List<PlacedSeed> seeds;
  private final Targets targets;
  private final Metric metric;
  private final Spreads spreads;

  Reasons(List<PlacedSeed> seeds, Targets targets, Metric metric, Spreads spreads) {
    this.seeds = seeds;
    this.targets = targets;
    this.metric = metric;
    this.spreads = spreads;
  }

  /**
   * The reasons for a pick, the most telling of each kind first.
   *
   * @param isLike whether it was picked because of what it has of the seeds
   */
  List<Reason> of(Pick pick, boolean isLike) {
    Track track = pick.track();
    boolean isDisliked =
        pick.candidate().relevance() <= 0
            && seeds.stream().anyMatch(seed -> seed.seed().weight() < 0);
    List<Reason> reasons = new ArrayList<>();
    if (isDisliked) {
      reasons.add(Reason.of(Kind.SEED, "of what is left, least like what you do not want", -1));
    } else if (isLike) {
      reasons.addAll(likenesses(nearest(pick.candidate().vector()), track));
    }
    for (var target : targets.wanted().entrySet()) {
      if (targets.met(target.getKey(), target.getKey().of(track)) >= MET
          && isNear(target.getKey(), target.getKey().of(track), target.getValue())) {
        reasons.add(
            new Reason(
                Kind.TARGET,
                "%s %s, as asked for (%s)"
                    .formatted(
                        name(target.getKey()),
                        number(target.getKey(), target.getKey().of(track)),
                        number(target.getKey(), target.getValue())),
                -1,
                Optional.of(target.getKey()),
                target.getKey().of(track),
                target.getValue()));
      }
    }
    if (pick.explored()) {
      reasons.add(Reason.of(Kind.EXPLORATION, "by chance, to find out whether you like it", -1));
    } else if (pick.varied()) {
      reasons.add(Reason.of(Kind.VARIETY, "for variety", -1));
    }
    return reasons;
  }

  /** What a track has of a seed. */
  private List<Reason> likenesses(int position, Track track) {
    PlacedSeed seed = seeds.get(position);
    List<Reason> reasons = new ArrayList<>();
    reasons.add(Reason.of(Kind.SEED, "like " + seed.label(), position));
    common(track.artists(), artist -> seed.artists().contains(NameKey.of(artist)))
        .ifPresent(names -> reasons.add(Reason.of(Kind.ARTIST, "also by " + names, position)));
    reasons.addAll(features(seed, position, track));
    common(track.genres(), seed.genres()::contains)
        .ifPresent(names -> reasons.add(Reason.of(Kind.GENRE, "also " + names, position)));
    return reasons;
  }

  /** The position of the liked seed that a place is nearest to. */
  private int nearest(float[] vector) {
    int nearest = -1;
    double distance = Double.POSITIVE_INFINITY;
    for (int i = 0; i < seeds.size(); i++) {
      double other = metric.distance(seeds.get(i).vector(), vector);
      if (seeds.get(i).seed().weight() > 0 && (nearest < 0 || other < distance)) {
        nearest = i;
        distance = other;
      }
    }
    return nearest;
  }

  private List<Reason> features(PlacedSeed seed, int position, Track track) {
    record Agreement(NumericField field, double chance) {}
    return HEARD.stream()
        .filter(field -> spreads.knows(field))
        .filter(field -> field.isKnown(field.of(track)) && field.isKnown(seed.values().of(field)))
        .map(
            field ->
                new Agreement(
                    field, spreads.within(field, seed.values().of(field), field.of(track))))
        .filter(agreement -> agreement.chance() <= RARE)
        .filter(
            agreement ->
                isNear(
                    agreement.field(),
                    agreement.field().of(track),
                    seed.values().of(agreement.field())))
        .filter(
            agreement ->
                !SAYING_LITTLE.contains(agreement.field())
                    || pole(agreement.field(), seed.values().of(agreement.field())) > 0)
        .sorted(Comparator.comparingDouble(Agreement::chance))
        .limit(MOST_FEATURES)
        .map(
            agreement -> {
              double wanted = seed.values().of(agreement.field());
              double own = agreement.field().of(track);
              return new Reason(
                  Kind.FEATURE,
                  words(agreement.field(), own, wanted),
                  position,
                  Optional.of(agreement.field()),
                  own,
                  wanted);
            })
        .toList();
  }

  /** Such as {@code both acoustic}, or {@code nearly the same tempo, 124 bpm and 126 bpm}. */
  private static String words(NumericField field, double own, double wanted) {
    int pole = pole(field, own);
    if (pole != 0 && pole == pole(field, wanted)) {
      return "both "
          + switch (field) {
            case ENERGY -> pole > 0 ? "energetic" : "calm";
            case VALENCE -> pole > 0 ? "cheerful" : "sad";
            case DANCEABILITY -> pole > 0 ? "danceable" : "not for dancing";
            case LOUDNESS -> pole > 0 ? "loud" : "quiet";
            case POPULARITY -> pole > 0 ? "popular" : "little known";
            case ACOUSTICNESS -> "acoustic";
            case INSTRUMENTALNESS -> "instrumental";
            case SPEECHINESS -> "full of speech";
            case LIVENESS -> "before an audience";
            default -> throw new IllegalArgumentException(field.label());
          };
    }
    return "nearly the same %s, %s and %s"
        .formatted(name(field), number(field, own), number(field, wanted));
  }

  /**
   * On which side a number stands out: 1, -1, or 0 in the middle. For instrumentalness, speechiness
   * and liveness these are the values from which Spotify's reference takes it for present.
   */
  private static int pole(NumericField field, double number) {
    return switch (field) {
      case ENERGY, DANCEABILITY, VALENCE -> side(number, 0.3, 0.7);
      case LOUDNESS -> side(number, -15, -5);
      case POPULARITY -> side(number, 20, 70);
      case ACOUSTICNESS -> side(number, Double.NEGATIVE_INFINITY, 0.7);
      case INSTRUMENTALNESS -> side(number, Double.NEGATIVE_INFINITY, 0.5);
      case SPEECHINESS -> side(number, Double.NEGATIVE_INFINITY, 0.33);
      case LIVENESS -> side(number, Double.NEGATIVE_INFINITY, 0.8);
      default -> 0;
    };
  }

  /** Whether people would call two numbers near, however few tracks lie between. */
  private static boolean isNear(NumericField field, double a, double b) {
    double difference = Math.abs(a - b);
    return switch (field) {
      case TEMPO -> difference <= 0.08 * b;
      case DURATION_MS -> difference <= 0.15 * b;
      case YEAR -> difference <= 3;
      case LOUDNESS -> difference <= 2;
      case POPULARITY -> difference <= 10;
      case KEY, MODE, TIME_SIGNATURE -> difference == 0;
      default -> difference <= 0.1;
    };
  }

  private static int side(double number, double low, double high) {
    return number >= high ? 1 : number <= low ? -1 : 0;
  }

  private static String name(NumericField field) {
    return field == NumericField.DURATION_MS ? "length" : field.label().replace('_', ' ');
  }

  private static String number(NumericField field, double number) {
    return switch (field) {
      case TEMPO -> "%.0f bpm".formatted(number);
      case DURATION_MS -> {
        long seconds = Math.round(number / 1000);
        yield "%d:%02d".formatted(seconds / 60, seconds % 60);
      }
      case LOUDNESS -> String.format(Locale.ROOT, "%.1f dB", number);
      default ->
          field.integral() ? "%.0f".formatted(number) : String.format(Locale.ROOT, "%.2f", number);
    };
  }

  private static Optional<String> common(List<String> names, Predicate<String> alsoOfSeed) {
    String both = names.stream().filter(alsoOfSeed).limit(MOST_NAMES).collect(joining(", "));
    return both.isEmpty() ? Optional.empty() : Optional.of(both);
  }
}
