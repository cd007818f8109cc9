package dev.segue.http.api;

import dev.segue.playlist.EnergyCurve;
import dev.segue.playlist.PlaylistFormat;
import dev.segue.playlist.PlaylistRequest;
import dev.segue.query.RequestException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How a playlist shall go, and how it is saved. All throw {@link RequestException}. */
final class PlaylistParameters {
  /** Their names, with those of the wishes. */
  static final List<String> NAMES =
      WishesParameters.and("k", "minutes", "energy_curve", "seed", "title", "format");

  private static final int DEFAULT_LENGTH = 30;
  private static final int MOST_TITLE = 200;

  private PlaylistParameters() {}

  static PlaylistRequest.Length length(Parameters parameters) {
    Optional<Double> minutes = parameters.decimal("minutes");
    if (minutes.isPresent() && parameters.one("k").isPresent()) {
      throw RequestException.invalid(
          "minutes", "minutes and k both say how long it shall be; leave one out.");
    }
    return minutes.isPresent()
        ? new PlaylistRequest.Minutes(minutes.get())
        : new PlaylistRequest.Tracks(parameters.integer("k", DEFAULT_LENGTH));
  }

  /** The name of a shape, or two numbers and more. */
  static EnergyCurve curve(Parameters parameters) {
    List<String> all = parameters.all("energy_curve");
    if (all.size() > 1) {
      return EnergyCurve.through(
          all.stream().map(point -> Parameters.decimal("energy_curve", point)).toList());
    }
    Map<String, EnergyCurve> named = new LinkedHashMap<>();
    EnergyCurve.NAMED.forEach(curve -> named.put(Json.word(curve.shape()), curve));
    return parameters
        .choice("energy_curve", named, ", and 2 to %d numbers".formatted(EnergyCurve.MOST_POINTS))
        .orElse(EnergyCurve.STEADY);
  }

  /** Empty for JSON. */
  static Optional<PlaylistFormat> format(Parameters parameters) {
    return parameters.choice("format", SavedPlaylist.FORMATS, "").flatMap(format -> format);
  }

  static String title(Parameters parameters) {
    String title = parameters.one("title").orElse("Segue");
    if (title.isBlank() || title.length() > MOST_TITLE) {
      throw RequestException.invalid(
          "title",
          "title has %d characters, allowed are 1 to %d, not all blank."
              .formatted(title.length(), MOST_TITLE));
    }
    return title;
  }
}
