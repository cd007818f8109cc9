package dev.segue.experiment;

import dev.segue.query.RequestException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A way to answer some of the users.
 *
 * @param name of its experiment's variants, no two have the same
 * @param share of all users, in percent, (0, 100]
 * @param parameters of recommendations, such as {@code strategy} and {@code hybrid}, in the order
 *     of their names; none for answers as they are without an experiment
 */
public record Variant(String name, double share, Map<String, String> parameters) {
  /** They say who asks for what, which no experiment can change. */
  private static final List<String> OF_THE_QUESTION =
      List.of("user_id", "listened", "seeds", "cursor");

  /**
   * Checks and copies.
   *
   * @throws RequestException naming what is wrong, and the limit
   */
  public Variant {
    Experiment.checkName(name);
    if (!(share > 0 && share <= 100)) {
      throw RequestException.invalid(
          "share", "share is %s, allowed is more than 0, to 100.".formatted(share));
    }
    for (String parameter : OF_THE_QUESTION) {
      if (parameters.containsKey(parameter)) {
        throw RequestException.invalid(
            "parameters", "%s is for whoever asks to say, not for a variant.".formatted(parameter));
      }
    }
    parameters = Collections.unmodifiableMap(new TreeMap<>(parameters));
  }
}
