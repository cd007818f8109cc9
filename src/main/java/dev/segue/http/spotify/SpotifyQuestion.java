package dev.segue.http.spotify;

import dev.segue.engine.Snapshot;
import dev.segue.http.api.Parameters;
import dev.segue.query.RequestException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * What is asked, and of what.
 *
 * @param id that the address names; empty where it names none
 */
public record SpotifyQuestion(Snapshot snapshot, Parameters parameters, String id, Links links) {
  /** What Spotify's reference knows, and a catalogue does not: markets, languages, other media. */
  private static final List<String> WITHOUT_EFFECT =
      List.of("market", "country", "locale", "additional_types", "include_external");

  /**
   * Gives the parameters when all their names are allowed.
   *
   * @throws RequestException naming the first that is not, and those that are
   */
  Parameters only(String... names) {
    return parameters.only(Stream.concat(Arrays.stream(names), WITHOUT_EFFECT.stream()).toList());
  }

  SpotifyObjects objects() {
    return new SpotifyObjects(snapshot, links);
  }

  /** The values of a parameter that may have several, with commas. */
  List<String> list(String name) {
    return parameters.one(name).stream()
        .flatMap(text -> Arrays.stream(text.split(",", -1)))
        .map(String::strip)
        .filter(each -> !each.isEmpty())
        .toList();
  }

  /**
   * The ids that are asked for, in their order.
   *
   * @param most how many are allowed
   * @throws RequestException when there are none, or more
   */
  List<String> ids(int most) {
    List<String> ids = list("ids");
    if (ids.isEmpty()) {
      throw RequestException.invalid("ids", "ids is missing; name some, with commas.");
    }
    if (ids.size() > most) {
      throw RequestException.invalid(
          "ids", "ids has %d ids, allowed are %d.".formatted(ids.size(), most));
    }
    return ids;
  }
}
