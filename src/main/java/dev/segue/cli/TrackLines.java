package dev.segue.cli;

import dev.segue.http.api.HitJson;
import dev.segue.http.api.TrackJson;
import java.util.List;
import java.util.Locale;

/** Ranked tracks, two lines each: what it is, and what it is like. */
final class TrackLines {
  private final Output out;

  TrackLines(Output out) {
    this.out = out;
  }

  /**
   * Writes the tracks.
   *
   * @param decimals of the scores
   */
  void write(List<HitJson> hits, int decimals) {
    for (HitJson hit : hits) {
      TrackJson track = hit.track();
      String score =
          hit.score() == null
              ? ""
              : String.format(Locale.ROOT, "  %." + decimals + "f", hit.score());
      out.line("%3d.%s  %s", hit.rank(), score, title(track));
      out.line("       %s%s", description(track), others(hit));
    }
  }

  private static String others(HitJson hit) {
    int count = hit.otherVersions() == null ? 0 : hit.otherVersions().size();
    return switch (count) {
      case 0 -> "";
      case 1 -> " · 1 other version";
      default -> " · %,d other versions".formatted(count);
    };
  }

  static String title(TrackJson track) {
    return "%s – %s".formatted(track.name(), String.join(", ", track.artists()));
  }

  private static String description(TrackJson track) {
    StringBuilder line = new StringBuilder();
    if (track.album() != null) {
      line.append(track.album()).append(" · ");
    }
    if (track.year() != null) {
      line.append(track.year()).append(" · ");
    }
    if (!track.genres().isEmpty()) {
      line.append(String.join(", ", track.genres())).append(" · ");
    }
    if (track.popularity() != null) {
      line.append("popularity ").append(track.popularity()).append(" · ");
    }
    int seconds = track.durationMs() / 1000;
    line.append("%d:%02d · %s".formatted(seconds / 60, seconds % 60, track.id()));
    return line.toString();
  }
}
