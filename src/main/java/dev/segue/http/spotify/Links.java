package dev.segue.http.spotify;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Where things are.
 *
 * @param origin of this server as the asker names it, such as {@code http://127.0.0.1:7070}
 */
public record Links(String origin) {
  /** Of a thing, such as {@code http://127.0.0.1:7070/v1/tracks/x}. */
  String to(String kind, String id) {
    return "%s/v1/%s/%s".formatted(origin, kind, encode(id));
  }

  /** Where people see a thing: a page that clients look for as Spotify's. */
  Map<String, String> page(String parameter, String value) {
    return Map.of("spotify", "%s/?%s=%s".formatted(origin, parameter, encode(value)));
  }

  /**
   * A question that is answered page by page.
   *
   * @param path below {@code /v1/}
   */
  Question question(String path, Map<String, List<String>> parameters) {
    return new Question("%s/v1/%s".formatted(origin, path), parameters);
  }

  /** A question whose address is known. */
  record Question(String address, Map<String, List<String>> parameters) {
    /** The same with another parameter. */
    Question with(String name, Object value) {
      Map<String, List<String>> all = new HashMap<>(parameters);
      all.put(name, List.of(value.toString()));
      return new Question(address, all);
    }

    @Override
    public String toString() {
      return new TreeMap<>(parameters)
          .entrySet().stream()
              .flatMap(
                  each ->
                      each.getValue().stream()
                          .map(value -> encode(each.getKey()) + "=" + encode(value)))
              .collect(Collectors.joining("&", address + "?", ""));
    }
  }

  /** What Spotify's own programs call a thing. */
  static String uri(String type, String id) {
    return "spotify:%s:%s".formatted(type, id);
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
