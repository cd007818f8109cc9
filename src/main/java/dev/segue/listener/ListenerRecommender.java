package dev.segue.listener;

import dev.segue.catalog.NumericField;
import dev.segue.index.Exclusions;
import dev.segue.index.TrackIndex;
import dev.segue.listener.Listener.Liked;
import dev.segue.listener.ListenerCandidates.ByTaste;
import dev.segue.listening.log.Event;
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
import dev.segue.recommend.Recommendation;
import dev.segue.vector.FittedSpace;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
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

    /**
     * What they did, the oldest first, none of it later; none where they only say what they like.
     */
    List<Event> events(Instant until) throws IOException;

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

        @Override
        public List<Event> events(Instant until) {
          return List.of();
        }
      };
    }
  }

  /**
   * Checks what of a request only the index can tell, and {@link #recommend} would refuse, too.
   *
   * @throws RequestException naming a target of which no track has the number
   */
  public void check(ListenerRequest request) {
    pages.check(request.conditions());
  }

  /**
   * Answers somebody, page by page: later pages go by what was known at the first.
   *
   * @throws RequestException when the cursor is of another question, generation or model
   */
  public ForListener recommend(ListenerRequest request, Somebody somebody) throws IOException {
    Place place = pages.place(request.cursor(), question(request, somebody));
    Optional<PageBasis> before = PageBasis.kept(place.kept());
    Listener listener = somebody.known(before.map(PageBasis::until));
    PageBasis basis = PageBasis.of(listener, taste);
    before.ifPresent(basis::check);
    Place next = new Place(place.question(), place.shown(), basis.toString());
    Map<NumericField, Double> habits =
        request.occasion().equals(Occasion.NONE)
            ? Map.of()
            : Habits.of(somebody.events(basis.until()), request.occasion().context(), index);
    Conditions conditions = conditions(request, somebody, basis, habits);
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
    boolean sounding =
        decided.strategy() == Strategy.SOUND || decided.strategy() == Strategy.HYBRID;
    Optional<ListenerCandidates> personal =
        decided.strategy() == Strategy.POPULARITY
            ? Optional.empty()
            : Optional.of(
                new ListenerCandidates(
                    index,
                    conditions,
                    leftOut,
                    request.mixing(),
                    decided.strategy() == Strategy.SOUND ? Optional.empty() : byTaste,
                    sounding
                        ? Optional.of(sound.opinion(favourites, listener, conditions.space()))
                        : Optional.empty()));
    Candidates candidates =
        personal.isPresent() ? personal.get() : new PopularCandidates(index, conditions, leftOut);
    Ranking ranking =
        new Ranking(
            candidates,
            conditions,
            sounding ? favourites : List.of(),
            leftOut,
            "played",
            "strategy");
    Recommendation page = pages.page(ranking, next, request.k());
    return new ForListener(
        page,
        decided.strategy(),
        decided.why(),
        decided.strategy() == Strategy.HYBRID
            ? OptionalDouble.of(personal.orElseThrow().alpha())
            : OptionalDouble.empty(),
        listener.liked().size(),
        conditions.exploration(),
        conditions.targets(),
        !habits.isEmpty());
  }

  /** Not of what they did, which may be more on the next page. */
  private int question(ListenerRequest request, Somebody somebody) {
    return Cursor.question(
        somebody.id(),
        request.strategy(),
        request.mixing(),
        request.keepPlayed(),
        request.occasion(),
        request.seed(),
        request.conditions());
  }

  private Conditions conditions(
      ListenerRequest request, Somebody somebody, PageBasis basis, Map<NumericField, Double> habits)
      throws IOException {
    Conditions asked = request.conditions();
    Map<NumericField, Double> suiting = new EnumMap<>(NumericField.class);
    suiting.putAll(request.occasion().targets());
    suiting.putAll(habits);
    long seed = request.seed().orElse(basis.until().toEpochMilli() + somebody.id().hashCode());
    return asked
        .suiting(suiting, pages::knows)
        .leaving(new Exploration(asked.exploration().share(), seed))
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
    return Optional.of(
        new ByTaste(taste.get(), opinion, ordinals, weight(known) / weight(listener.liked())));
  }

  private static double weight(List<Liked> liked) {
    return liked.stream().mapToDouble(Liked::weight).sum();
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
