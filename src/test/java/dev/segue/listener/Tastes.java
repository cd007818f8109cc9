package dev.segue.listener;

import dev.segue.catalog.Track;
import dev.segue.index.Attachment;
import dev.segue.index.IndexBackend;
import dev.segue.index.TrackIndex;
import dev.segue.listening.Interactions;
import dev.segue.listening.model.ModelSettings;
import dev.segue.listening.model.TasteKind;
import dev.segue.listening.model.TrainedTaste;
import dev.segue.listening.model.Training;
import dev.segue.recommend.Pages;
import dev.segue.vector.FactorSpace;
import dev.segue.vector.FeatureSpace;
import dev.segue.vector.FittedSpace;
import dev.segue.vector.Spreads;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Models of taste, trained at once, and indexes with their vectors. */
final class Tastes {
  private Tastes() {}

  /** A model by the name and settings that users write, of items with these ids. */
  static TrainedTaste trained(String model, List<String> items, Interactions data, long seed)
      throws Exception {
    ModelSettings<TasteKind> settings = ModelSettings.parse(model, TasteKind.values());
    return new TrainedTaste(
        settings,
        Instant.EPOCH,
        seed,
        data.users().size(),
        data.size(),
        items,
        data.popularity(),
        TasteKind.train(settings, data, Training.of(seed)));
  }

  /** Recommendations by sound and by a model of taste. */
  static ListenerRecommender recommender(
      TrackIndex index, List<Track> tracks, List<FittedSpace> fitted, TrainedTaste trained)
      throws IOException {
    Spreads.Fitter spreads = new Spreads.Fitter();
    tracks.forEach(spreads::add);
    return new ListenerRecommender(
        index,
        fitted,
        new Pages(index, spreads.fit(), 1, Instant.EPOCH),
        Optional.of(new TrackTaste(trained, index)),
        "");
  }

  /** An index that was built into a store, with the vectors of a model that has any. */
  static TrackIndex open(
      IndexBackend backend,
      Path store,
      List<FeatureSpace> spaces,
      TrainedTaste trained,
      Path folder)
      throws Exception {
    Optional<FactorSpace> space = TrackTaste.space(trained);
    Optional<Attachment> attachment = Optional.empty();
    if (space.isPresent()) {
      Path attached = Files.createTempDirectory(folder, "attached");
      attachment = Optional.of(new Attachment(attached, space.get()));
      try (TrackIndex bare = backend.open(store, spaces)) {
        backend.attach(store, attachment.get(), new TrackTaste(trained, bare)::vector);
      }
    }
    return backend.open(store, spaces, attachment);
  }
}
