package dev.segue.index;

import dev.segue.query.TrackFilter;
import dev.segue.query.TrackFilter.AllOf;
import dev.segue.query.TrackFilter.IdAnyOf;
import dev.segue.query.TrackFilter.Not;
import dev.segue.query.Versions;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What is left out where recordings are answered, not tracks: all versions of what is named. */
public final class Exclusions {
  private Exclusions() {}

  /** A filter that leaves out the recordings whose tracks it leaves out by their ids. */
  public static TrackFilter of(TrackFilter filter, Versions versions, TrackIndex index)
      throws IOException {
    if (versions == Versions.ALL) {
      return filter;
    }
    return switch (filter) {
      case AllOf(var parts) when parts.isEmpty() -> filter;
      case AllOf(var parts) -> {
        List<TrackFilter> all = new ArrayList<>();
        for (TrackFilter part : parts) {
          all.add(of(part, versions, index));
        }
        yield new AllOf(all);
      }
      case Not(IdAnyOf(var ids)) -> new Not(new IdAnyOf(recordings(ids, index)));
      default -> filter;
    };
  }

  private static Set<String> recordings(Set<String> ids, TrackIndex index) throws IOException {
    Set<String> all = new LinkedHashSet<>(ids);
    for (String id : ids) {
      for (int ordinal : index.ordinals(id)) {
        for (int version : index.versions(ordinal)) {
          all.add(index.track(version).id());
        }
      }
    }
    return all;
  }
}
