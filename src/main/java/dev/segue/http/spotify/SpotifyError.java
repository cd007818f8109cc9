package dev.segue.http.spotify;

import dev.segue.http.api.Problem;

/** What went wrong, as Spotify's API words it. */
public record SpotifyError(Regular error) {
  /** The status once more, and what it means. */
  public record Regular(int status, String message) {}

  /** A problem of the other face. */
  public static SpotifyError of(Problem problem) {
    return new SpotifyError(new Regular(problem.status(), problem.detail()));
  }
}
