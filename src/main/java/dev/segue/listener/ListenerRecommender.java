package dev.segue.listener;

import dev.segue.catalog.NumericField;
import dev.segue.index.Exclusions;
import dev.segue.index.TrackIndex;
import dev.segue.listener.Listener.Liked;
import dev.segue.listener.ListenerCandidates.ByTaste;
import dev.segue.listening.model.History;
import dev.segue.listening.model.TasteKind;
import dev.segue.query.Cursor;
import dev.segue.query.RequestException;
import dev.segue.recommend.Candidates;
import dev.segue.recommend.Conditions;
import dev.segue.recommend.Exploration;
import dev.segue.recommend.Occasion;
import dev.segue.recommend.Pages;
import dev.segue.recommend.Pages.Place;
import dev.segue.recommend.Pages.Ranking;
import dev.segue.recommend.PlacedSeed;
import dev.segue.vector.FittedSpace;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * Listeners to tracks: decides what to go by, and lets {@link Pages} make answers of {@link
 * ListenerCandidates}. Thread-safe.
 */
public final class ListenerRecommender {
  /** The share of sound where the model of taste knows all that a listener likes. */
  private static final double ALPHA = .3;

  private final TrackIndex index;
  private final TrackSound sound;
  private final Pages pages;
  private final Optional<TrackTaste> taste;
  private final String noTaste;

  /**
   * A recommender over an index.
   *
   * @param spaces those of the index
   * @param taste the model of taste, where there is one
   * @param noTaste why there is none, for people
   */
  public ListenerRecommender(
      TrackIndex index,
      List<FittedSpace> spaces,
      Pages pages,
      Optional<TrackTaste> taste,
      String noTaste) {
    this.index = index;
    sound = new TrackSound(index, spaces);
    this.pages = pages;
    this.taste = taste;
    this.noTaste = noTaste;
  }

  /** Somebody who listens. */
  public interface Somebody {
    /** What tells them from others, for cursors. */
    String id();

    /**
     * What is known of them.
     *
     * @param until nothing later counts; empty for all that is known by now
     */
    Listener known(Optional<Instant> until) throws IOException;

    /** One of whom only this is known: ids of tracks, the last one last. */
    static Somebody whoListenedTo(List<String> listened, TrackIndex index) {
      return new Somebody() {
        @Override
        public String id() {
          return "listened " + listened;
        }

        @Override
        public Listener known(Optional<Instant> until) throws IOException {
          return Listener.of(listened, index);
        }
      };
    }
  }

  /**
   * Answers somebody, page by page: later pages go by what was known at the first.
   *
   * @throws RequestException when the cursor is of another question, generation or model
   */
  public ForListener recommend(ListenerRequest request, Somebody somebody) throws IOException {
    Place place = pages.place(request.cursor(), question(request, somebody));
    Listener listener = somebody.known(until(place));
    Place next = new Place(place.question(), place.shown(), kept(listener));
    Optional<Map<NumericField, Double>> habit =
        request.occasion().equals(Occasion.NONE)
            ? Optional.empty()
            : Habits.of(listener.events(), request.occasion().context(), index);
    Conditions conditions = conditions(request, listener, habit);
    List<PlacedSeed> favourites = sound.favourites(listener, conditions.space());
    Optional<ByTaste> byTaste = byTaste(listener);
    Decision decided =
        Decision.of(
            request.strategy().orElse(Strategy.HYBRID),
            listener.liked(),
            byTaste.isPresent(),
            !favourites.isEmpty(),
            taste.isEmpty() ? Optional.of(noTaste) : Optional.empty());
    Set<Integer> leftOut = leftOut(request, listener);
    OptionalDouble alpha =
        decided.strategy() == Strategy.HYBRID
            ? OptionalDouble.of(request.alpha().orElseGet(() -> alpha(listener)))
            : OptionalDouble.empty();
    boolean sounding =
        decided.strategy() == Strategy.SOUND || decided.strategy() == Strategy.HYBRID;
    Candidates candidates =
        decided.strategy() == Strategy.POPULARITY
            ? new PopularCandidates(index, conditions, leftOut)
            : new ListenerCandidates(
                index,
                conditions,
                leftOut,
                new Mixing(alpha.orElse(0), request.fusion()),
                decided.strategy() == Strategy.SOUND ? Optional.empty() : byTaste,
                sounding
                    ? Optional.of(sound.opinion(favourites, listener, conditions.space()))
                    : Optional.empty());
    Ranking ranking =
        new Ranking(
            candidates,
            conditions,
            sounding ? favourites : List.of(),
            leftOut,
            "played",
            "strategy");
    return new ForListener(
        pages.page(ranking, next, request.k()),
        decided.strategy(),
        decided.why(),
        alpha,
        listener.liked().size(),
        conditions.exploration(),
        conditions.targets(),
        habit.isPresent());
  }

  /** Not of what they did, which may be more on the next page. */
  private int question(ListenerRequest request, Somebody somebody) {
    return Cursor.question(
        somebody.id(),
        request.strategy(),
        request.alpha(),
        request.fusion(),
        request.keepPlayed(),
        request.occasion(),
        request.seed(),
        request.conditions(),
        taste.map(model -> model.trained().trainedAt().toString()).orElse(""));
  }

  private static Optional<Instant> until(Place place) {
    try {
      return place.kept().isEmpty()
          ? Optional.empty()
          : Optional.of(Instant.ofEpochMilli(Long.parseLong(place.kept())));
    } catch (NumberFormatException e) {
      throw Cursor.invalid();
    }
  }

  /** Of somebody who did nothing yet a time before every event. */
  private static String kept(Listener listener) {
    return String.valueOf(listener.last().orElse(Instant.EPOCH.minusMillis(1)).toEpochMilli());
  }

  private Conditions conditions(
      ListenerRequest request, Listener listener, Optional<Map<NumericField, Double>> habit)
      throws IOException {
    Conditions asked = request.conditions();
    long last = listener.last().map(Instant::toEpochMilli).orElse(0L);
    return asked
        .suiting(habit.orElseGet(request.occasion()::targets), pages::knows)
        .leaving(new Exploration(asked.exploration().share(), request.seed().orElse(last)))
        .passing(Exclusions.of(asked.filter(), asked.versions(), index));
  }

  /** Empty where the model knows nothing that they like. */
  private Optional<ByTaste> byTaste(Listener listener) throws IOException {
    if (taste.isEmpty()) {
      return Optional.empty();
    }
    List<Liked> known =
        listener.liked().stream()
            .filter(liked -> taste.get().item(liked.ordinal()) != TrackTaste.NONE)
            .toList();
    if (known.isEmpty()) {
      return Optional.empty();
    }
    int[] items = new int[known.size()];
    float[] weights = new float[known.size()];
    List<Integer> ordinals = new ArrayList<>();
    for (int i = 0; i < items.length; i++) {
      items[i] = taste.get().item(known.get(i).ordinal());
      weights[i] = TasteKind.weight(taste.get().trained().settings(), known.get(i).weight());
      ordinals.add(known.get(i).ordinal());
    }
    Opinion opinion = taste.get().opinion(new History(items, weights));
    return Optional.of(new ByTaste(taste.get(), opinion, ordinals));
  }

  /** The less of what they like the model of taste knows, the more sound. */
  private double alpha(Listener listener) {
    double all = 0;
    double known = 0;
    for (Liked liked : listener.liked()) {
      all += liked.weight();
      known += taste.orElseThrow().item(liked.ordinal()) == TrackTaste.NONE ? 0 : liked.weight();
    }
    return 1 - (1 - ALPHA) * known / all;
  }

  private Set<Integer> leftOut(ListenerRequest request, Listener listener) {
    Set<Integer> leftOut = new HashSet<>();
    listener.disliked().forEach(ordinal -> leftOut.addAll(index.versions(ordinal)));
    if (!request.keepPlayed()) {
      leftOut.addAll(listener.played());
    }
    return leftOut;
  }
}
