package dev.segue.catalog;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A catalogue read to the end.
 *
 * @param report what the survey said
 * @param surveyed the tracks of the first pass
 * @param tracks the tracks of the second pass
 * @param rejects the rejected rows
 */
record Reading(
    CatalogReport report, List<Track> surveyed, List<Track> tracks, List<RejectedRow> rejects) {
  static final ReadOptions LENIENT = new ReadOptions(false, false, 1);

  static Reading of(ReadOptions options, String... sources) throws IOException {
    List<Track> surveyed = new ArrayList<>();
    List<Track> tracks = new ArrayList<>();
    List<RejectedRow> rejects = new ArrayList<>();
    try (CatalogReader reader = new CatalogReader(List.of(sources), options, Progress.NONE)) {
      CatalogReport report = reader.survey(surveyed::add, rejects::add);
      reader.forEach(tracks::add);
      return new Reading(report, surveyed, tracks, rejects);
    }
  }

  static Reading of(ReadOptions options, Path file, Object text) throws IOException {
    return of(options, Files.writeString(file, text.toString()).toString());
  }

  List<String> reasons() {
    return rejects.stream().map(RejectedRow::reason).toList();
  }
}
