package dev.segue.engine;

import dev.segue.index.IndexBackend;
import dev.segue.index.TrackIndex;
import dev.segue.playlist.PathFinder;
import dev.segue.playlist.PlaylistMaker;
import dev.segue.recommend.MixedRecommender;
import dev.segue.recommend.Recommender;
import dev.segue.recommend.RelatedArtists;
import dev.segue.search.NameSearch;
import dev.segue.search.TrackSearch;
import dev.segue.vector.FittedSpace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** A generation that is open, and how many still use it: closed when nobody does. */
final class OpenGeneration {
  private final Manifest manifest;
  private final TrackIndex index;
  private final TrackSearch search;
  private final NameSearch nameSearch;
  private final Recommender recommender;
  private final RelatedArtists relatedArtists;
  private final MixedRecommender mixedRecommender;
  private final PlaylistMaker playlistMaker;
  private final PathFinder pathFinder;
  private final List<FittedSpace> spaces;

  /** Whoever opened it counts as one user. */
  private final AtomicInteger users = new AtomicInteger(1);

  private OpenGeneration(Manifest manifest, TrackIndex index, List<FittedSpace> spaces)
      throws IOException {
    this.manifest = manifest;
    this.index = index;
    this.spaces = List.copyOf(spaces);
    search =
        new TrackSearch(
            index,
            spaces.stream().map(FittedSpace::space).toList(),
            manifest.generation(),
            manifest.builtAt());
    nameSearch = new NameSearch(index, search);
    recommender = new Recommender(index);
    relatedArtists = new RelatedArtists(index, spaces.getFirst().space());
    mixedRecommender =
        new MixedRecommender(
            index, spaces, manifest.spreads(), manifest.generation(), manifest.builtAt());
    playlistMaker = new PlaylistMaker(mixedRecommender, index);
    pathFinder = new PathFinder(index);
  }

  static OpenGeneration open(Path folder, IndexBackend backend) throws IOException {
    Manifest manifest = Manifest.read(folder);
    List<FittedSpace> spaces = new ArrayList<>();
    for (Manifest.Space space : manifest.spaces()) {
      spaces.add(space.fitted());
    }
    TrackIndex index =
        backend.open(Generations.store(folder), spaces.stream().map(FittedSpace::space).toList());
    if (index.size() != manifest.tracks()) {
      index.close();
      throw new EngineException(
          "%s holds %d tracks, its manifest says %d; index again."
              .formatted(folder, index.size(), manifest.tracks()));
    }
    return new OpenGeneration(manifest, index, spaces);
  }

  Manifest manifest() {
    return manifest;
  }

  TrackIndex index() {
    return index;
  }

  TrackSearch search() {
    return search;
  }

  NameSearch nameSearch() {
    return nameSearch;
  }

  Recommender recommender() {
    return recommender;
  }

  RelatedArtists relatedArtists() {
    return relatedArtists;
  }

  MixedRecommender mixedRecommender() {
    return mixedRecommender;
  }

  PlaylistMaker playlistMaker() {
    return playlistMaker;
  }

  PathFinder pathFinder() {
    return pathFinder;
  }

  List<FittedSpace> spaces() {
    return spaces;
  }

  /** One more user; false when it is closed already. */
  boolean borrow() {
    return users.getAndUpdate(count -> count == 0 ? 0 : count + 1) > 0;
  }

  /** One user less; the last one closes. */
  void release() {
    if (users.decrementAndGet() == 0) {
      try {
        index.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
