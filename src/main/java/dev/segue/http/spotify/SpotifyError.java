package dev.segue.http.spotify;

import dev.segue.http.api.Problem;

/** What went wrong, as Spotify's API words it. */
public record SpotifyError(Regular error) {
  /** The status once more, and what it means. */
  public record Regular(int status, String message) {}

  /** A problem of the other face. */
  public static SpotifyError of(Problem problem) {
    return of(problem.status(), problem.detail());
  }

  /** Something that only this face knows. */
  public static SpotifyError of(int status, String message) {
    return new SpotifyError(new Regular(status, message));
  }
}
