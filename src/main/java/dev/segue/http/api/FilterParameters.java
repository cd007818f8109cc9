package dev.segue.http.api;

import dev.segue.catalog.NumericField;
import dev.segue.query.RequestException;
import dev.segue.query.TrackFilter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The filters, the same everywhere: {@code genre} and {@code artist} (any of), {@code explicit},
 * {@code exclude} (ids), and {@code min_X} and {@code max_X} for every number of a track.
 */
public final class FilterParameters {
  /** Their names. */
  public static final List<String> NAMES =
      Stream.concat(
              Stream.of("genre", "artist", "explicit", "exclude"),
              Stream.of(NumericField.values()).flatMap(field -> Stream.of(min(field), max(field))))
          .toList();

  private FilterParameters() {}

  /** These names, and those of the filters. */
  static List<String> and(String... names) {
    return Stream.concat(Stream.of(names), NAMES.stream()).toList();
  }

  private static String min(NumericField field) {
    return "min_" + field.label();
  }

  private static String max(NumericField field) {
    return "max_" + field.label();
  }

  /**
   * The filter that the parameters say.
   *
   * @throws RequestException naming the parameter, the value and the limit
   */
  static TrackFilter read(Parameters parameters) {
    List<TrackFilter> parts = new ArrayList<>();
    List<String> genres = parameters.all("genre");
    if (!genres.isEmpty()) {
      parts.add(new TrackFilter.GenreAnyOf(TrackFilter.keys(genres)));
    }
    List<String> artists = parameters.all("artist");
    if (!artists.isEmpty()) {
      parts.add(new TrackFilter.ArtistAnyOf(TrackFilter.keys(artists)));
    }
    parameters.flag("explicit").ifPresent(flag -> parts.add(new TrackFilter.ExplicitIs(flag)));
    List<String> excluded = parameters.all("exclude");
    if (!excluded.isEmpty()) {
      parts.add(new TrackFilter.Not(new TrackFilter.IdAnyOf(new LinkedHashSet<>(excluded))));
    }
    for (NumericField field : NumericField.values()) {
      range(parameters, field).ifPresent(parts::add);
    }
    return parts.isEmpty() ? TrackFilter.EVERYTHING : new TrackFilter.AllOf(parts);
  }

  private static Optional<TrackFilter> range(Parameters parameters, NumericField field) {
    Optional<Double> min = parameters.number(min(field), field);
    Optional<Double> max = parameters.number(max(field), field);
    if (min.isEmpty() && max.isEmpty()) {
      return Optional.empty();
    }
    if (min.isPresent() && max.isPresent() && min.get() > max.get()) {
      throw RequestException.invalid(
          min(field),
          "%s is %s and %s is %s: nothing lies between."
              .formatted(
                  min(field),
                  parameters.one(min(field)).orElseThrow(),
                  max(field),
                  parameters.one(max(field)).orElseThrow()));
    }
    return Optional.of(
        new TrackFilter.Range(
            field, min.orElse(Double.NEGATIVE_INFINITY), max.orElse(Double.POSITIVE_INFINITY)));
  }
}
