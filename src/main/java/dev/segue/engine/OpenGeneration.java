package dev.segue.engine;

import dev.segue.index.IndexBackend;
import dev.segue.index.TrackIndex;
import dev.segue.listener.ListenerRecommender;
import dev.segue.listener.TrackTaste;
import dev.segue.listening.ListeningException;
import dev.segue.listening.model.TrainedTaste;
import dev.segue.playlist.PathFinder;
import dev.segue.playlist.PlaylistMaker;
import dev.segue.recommend.MixedRecommender;
import dev.segue.recommend.Pages;
import dev.segue.recommend.Recommender;
import dev.segue.recommend.RelatedArtists;
import dev.segue.search.NameSearch;
import dev.segue.search.TrackSearch;
import dev.segue.vector.FeatureSpace;
import dev.segue.vector.FittedSpace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A generation that is open, and how many still use it: closed when nobody does. */
final class OpenGeneration {
  private static final Logger LOG = LoggerFactory.getLogger(OpenGeneration.class);

  private final Manifest manifest;
  private final TrackIndex index;
  private final TrackSearch search;
  private final NameSearch nameSearch;
  private final Recommender recommender;
  private final RelatedArtists relatedArtists;
  private final MixedRecommender mixedRecommender;
  private final ListenerRecommender listenerRecommender;
  private final PlaylistMaker playlistMaker;
  private final PathFinder pathFinder;
  private final Taste taste;
  private final List<FittedSpace> spaces;

  /** Whoever opened it counts as one user. */
  private final AtomicInteger users = new AtomicInteger(1);

  private OpenGeneration(Manifest manifest, TrackIndex index, List<FittedSpace> spaces, Taste taste)
      throws IOException {
    this.manifest = manifest;
    this.index = index;
    this.taste = taste;
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
    Pages pages = new Pages(index, manifest.spreads(), manifest.generation(), manifest.builtAt());
    mixedRecommender = new MixedRecommender(index, spaces, pages);
    listenerRecommender =
        new ListenerRecommender(
            index,
            spaces,
            pages,
            taste.tracks(),
            taste.name().isEmpty()
                ? "no model of taste was trained yet"
                : "the model of taste cannot be used");
    playlistMaker = new PlaylistMaker(mixedRecommender, index);
    pathFinder = new PathFinder(index);
  }

  /**
   * Opens a generation. A model of taste that cannot be used costs nothing but its answers.
   *
   * @param tasteName its model of taste, where it has one
   */
  static OpenGeneration open(Path folder, Optional<String> tasteName, IndexBackend backend)
      throws IOException {
    Manifest manifest = Manifest.read(folder);
    List<FittedSpace> spaces = new ArrayList<>();
    for (Manifest.Space space : manifest.spaces()) {
      spaces.add(space.fitted());
    }
    Tastes tastes = new Tastes(folder);
    Path store = Generations.store(folder);
    List<FeatureSpace> declared = spaces.stream().map(FittedSpace::space).toList();
    Taste taste = new Taste(tasteName, Optional.empty(), Optional.empty());
    TrackIndex index = null;
    if (tasteName.isPresent()) {
      try {
        TrainedTaste trained = tastes.read(tasteName.get());
        index = backend.open(store, declared, tastes.attachment(tasteName.get(), trained));
        taste = taste.of(new TrackTaste(trained, index));
      } catch (IOException e) {
        taste = taste.refused(String.valueOf(e.getMessage()));
        String what = "The model of taste cannot be used, sound goes on; train again";
        if (e instanceof ListeningException) {
          LOG.error("{}: {}", what, e.getMessage());
        } else {
          LOG.error(what, e);
        }
      }
    }
    if (index == null) {
      index = backend.open(store, declared);
    }
    if (index.size() != manifest.tracks()) {
      index.close();
      throw new EngineException(
          "%s holds %d tracks, its manifest says %d; index again."
              .formatted(folder, index.size(), manifest.tracks()));
    }
    return new OpenGeneration(manifest, index, spaces, taste);
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

  ListenerRecommender listenerRecommender() {
    return listenerRecommender;
  }

  PlaylistMaker playlistMaker() {
    return playlistMaker;
  }

  PathFinder pathFinder() {
    return pathFinder;
  }

  Taste taste() {
    return taste;
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
