package dev.segue.http;

import dev.segue.http.api.Json;
import dev.segue.http.api.Problem;
import dev.segue.http.spotify.OAuthError;
import dev.segue.http.spotify.SpotifyError;
import java.util.function.Function;

/**
 * How a problem is told.
 *
 * @param type the media type
 */
record ProblemForm(String type, Function<Problem, Object> body) {
  /** Where tokens are given. */
  static final String TOKEN = "/api/token";

  /** Where Spotify's API begins. */
  static final String SPOTIFY = "/v1";

  private static final ProblemForm OF_API = new ProblemForm(Problem.TYPE, problem -> problem);
  private static final ProblemForm OF_TOKEN = new ProblemForm(Json.TYPE, OAuthError::of);
  private static final ProblemForm OF_SPOTIFY = new ProblemForm(Json.TYPE, SpotifyError::of);

  /**
   * The form of the face that is asked.
   *
   * @param path that is asked for; {@code null} where none could be read
   */
  static ProblemForm at(String path) {
    String asked = path == null ? "" : path + "/"; // a slash more or less does not matter
    if (asked.startsWith(TOKEN + "/")) {
      return OF_TOKEN;
    }
    return asked.startsWith(SPOTIFY + "/") ? OF_SPOTIFY : OF_API;
  }

  Object of(Problem problem) {
    return body.apply(problem);
  }
}
