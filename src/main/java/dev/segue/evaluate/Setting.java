package dev.segue.evaluate;

import dev.segue.query.RequestException;
import dev.segue.query.Versions;
import dev.segue.rank.Fusion;
import dev.segue.search.SearchRequest;
import dev.segue.search.SearchRequest.Blend;
import dev.segue.search.SearchRequest.Mode;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How searches are answered.
 *
 * @param name as it was given, such as {@code mode=hybrid,fusion=rrf}
 */
public record Setting(String name, Blend blend) {
  /** What is done when nothing else is asked for. */
  public static final Setting DEFAULT = new Setting("default", Blend.DEFAULT);

  /**
   * Reads a setting: {@code default}, or parameters of the API, with commas between: {@code mode},
   * {@code fusion}, {@code rrf_k}.
   *
   * @throws RequestException naming what is wrong
   */
  public static Setting parse(String text) {
    Map<String, String> values = new TreeMap<>();
    for (String part : text.equals(DEFAULT.name) ? new String[0] : text.split(",")) {
      String[] both = part.split("=", 2);
      if (both.length < 2 || !Arrays.asList("mode", "fusion", "rrf_k").contains(both[0])) {
        throw invalid(text, part);
      }
      values.put(both[0], both[1]);
    }
    try {
      Optional<Mode> mode =
          Optional.ofNullable(values.get("mode"))
              .map(word -> Mode.valueOf(word.toUpperCase(Locale.ROOT)));
      int k =
          Integer.parseInt(
              values.getOrDefault("rrf_k", Integer.toString(Fusion.ReciprocalRank.DEFAULT_K)));
      Fusion reciprocalRank = new Fusion.ReciprocalRank(k);
      Fusion fusion =
          switch (values.getOrDefault("fusion", "")) {
            case "" -> Blend.DEFAULT.fusion();
            case "rrf" -> reciprocalRank;
            case "linear" -> new Fusion.Linear();
            default -> throw invalid(text, "fusion=" + values.get("fusion"));
          };
      return new Setting(text, new Blend(mode, fusion, Optional.empty()));
    } catch (IllegalArgumentException e) {
      throw invalid(text, values.toString());
    }
  }

  private static RequestException invalid(String text, String part) {
    return RequestException.invalid(
        "setting",
        ("setting is '%s', and '%s' in it is none of mode=text|hybrid|sound, fusion=rrf|linear,"
                + " rrf_k=N.")
            .formatted(text, part));
  }

  SearchRequest request(String q, Versions versions, int limit) {
    SearchRequest best = SearchRequest.best(q, limit);
    return new SearchRequest(
        q,
        best.syntax(),
        best.filter(),
        versions,
        best.sort(),
        limit,
        best.cursor(),
        blend,
        best.extras());
  }
}
