package dev.segue.listener;

import dev.segue.index.NearestQuery;
import dev.segue.index.Neighbour;
import dev.segue.index.TrackIndex;
import dev.segue.rank.Hit;
import dev.segue.rank.ScorePart;
import dev.segue.recommend.Candidates;
import dev.segue.recommend.Conditions;
import dev.segue.recommend.Reason;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Tracks for a listener, by taste, by sound, or by both ({@link Mixing}).
 *
 * <p>They come from the heads of lists: by taste, of what is popular, and of what is nearest to the
 * middle of the likings, which nearly is the order of {@link Nearness} but for dislikes. All of
 * these are scored by both, and when they are used up, the heads are made twice as long. So what is
 * far down in every list comes after what is in some head, even where both together would put it
 * before.
 *
 * <p>Of a track that the model of taste does not know, sound alone tells something; {@link
 * NewTracks} says what is taken for its taste.
 */
final class ListenerCandidates implements Candidates {
  /** How many tracks the first heads by taste and sound have together, but for {@link #SOUND}. */
  private static final int HEAD = 120;

  /** So many times longer is the head by sound: of ten that are best, it has nearly nine. */
  private static final int SOUND = 2;

  /** Who is so far above the mean sounds like something. */
  private static final double ALIKE = 1;

  private static final Comparator<Scored> MOST_RELEVANT_FIRST =
      Comparator.comparingDouble(Scored::relevance).reversed().thenComparingInt(Scored::ordinal);

  private final TrackIndex index;
  private final Conditions conditions;
  private final Set<Integer> leftOut;
  private final Mixing mixing;
  private final Optional<ByTaste> taste;
  private final Optional<Nearness> sound;
  private final Map<Integer, Scored> seen = new HashMap<>();
  private final NewTracks newTracks = new NewTracks();
  private int head;
  private boolean exhausted;

  /** Of the first heads, until they are asked for. */
  private List<Scored> first;

  /** By how far the first heads reach. */
  private final Mixing.Shares shares;

  /**
   * A listener by taste.
   *
   * @param history the ordinals of what they like, as in the contributions
   * @param known how much of what they like the model knows, (0, 1]
   */
  record ByTaste(TrackTaste model, Opinion opinion, List<Integer> history, double known) {
    double score(int ordinal) {
      return model.scale().of(opinion.score(ordinal));
    }

    double popularity(int ordinal) {
      return Mixing.popularity(model.popularity(ordinal), history.size());
    }
  }

  /** Reads the first heads. */
  ListenerCandidates(
      TrackIndex index,
      Conditions conditions,
      Set<Integer> leftOut,
      Mixing mixing,
      Optional<ByTaste> taste,
      Optional<Nearness> sound)
      throws IOException {
    this.index = index;
    this.conditions = conditions;
    this.leftOut = leftOut;
    this.mixing = taste.isEmpty() ? mixing.with(1) : sound.isEmpty() ? mixing.with(0) : mixing;
    this.taste = taste;
    this.sound = sound;
    head = isMixed() ? HEAD / 2 : HEAD;
    first = scoredHeads();
    shares =
        this.mixing.shares(
            taste.map(ByTaste::known).orElse(0.0),
            reach(first, isMixed() ? Scored::tasteAndPopularity : Scored::taste),
            reach(first, Scored::sound));
  }

  @Override
  public boolean exhausted() {
    return exhausted && first.isEmpty();
  }

  @Override
  public int found() {
    return seen.size();
  }

  @Override
  public List<ScorePart> parts(Candidate candidate) {
    return seen.get(candidate.ordinal()).parts();
  }

  @Override
  public boolean isLikeSeeds(Candidate candidate) {
    Scored scored = seen.get(candidate.ordinal());
    return scored.sound() >= ALIKE
        || (!Double.isNaN(scored.sound()) && !(scored.taste() > 0) && !scored.isPopular());
  }

  @Override
  public List<Reason> reasons(Candidate candidate) throws IOException {
    Scored scored = seen.get(candidate.ordinal());
    if (scored.isPopular()) {
      return List.of(Reason.of(Reason.Kind.POPULARITY, "many play this", -1));
    }
    if (!(scored.taste() > 0)) {
      return Double.isNaN(scored.sound())
          ? List.of(Reason.of(Reason.Kind.TASTE, "of what is left, nearest to your taste", -1))
          : List.of();
    }
    double[] contributions = taste.get().opinion().contributions(candidate.ordinal());
    int most = 0;
    for (int i = 1; i < contributions.length; i++) {
      most = contributions[i] > contributions[most] ? i : most;
    }
    String text =
        contributions[most] > 0
            ? "people who play %s also play this"
                .formatted(index.track(taste.get().history().get(most)).name())
            : "many play this";
    return List.of(Reason.of(Reason.Kind.TASTE, text, -1));
  }

  @Override
  public List<Candidate> more() throws IOException {
    List<Scored> fresh = first.isEmpty() ? scoredHeads() : first;
    first = List.of();
    UnaryOperator<Scored> weigh =
        mixing.fusion() == Mixing.Fusion.RRF ? ranked(fresh) : this::shared;
    List<Scored> inOrder =
        inOrder(fresh.stream().map(weigh).toList()).stream().map(Scored::bounded).toList();
    inOrder.forEach(each -> seen.put(each.ordinal(), each));
    return inOrder.stream().map(Scored::candidate).toList();
  }

  /** The share of sound. */
  double alpha() {
    return shares.alpha();
  }

  /** What the heads have that was not seen; the next heads will be longer. */
  private List<Scored> scoredHeads() throws IOException {
    List<Scored> fresh = new ArrayList<>();
    for (int ordinal : heads()) {
      if (!seen.containsKey(ordinal)) {
        float[] place = index.vector(conditions.space(), ordinal).orElse(null);
        fresh.add(
            new Scored(
                ordinal,
                place,
                taste.map(by -> by.score(ordinal)).orElse(Double.NaN),
                isMixed() ? taste.get().popularity(ordinal) : Double.NaN,
                sound.isEmpty() || place == null ? Double.NaN : sound.get().of(place)));
      }
    }
    head *= 2;
    return fresh;
  }

  /** The ordinals of all heads; whether taste or sound has more is noted. */
  private Set<Integer> heads() throws IOException {
    Set<Integer> heads = new LinkedHashSet<>();
    exhausted = true;
    if (taste.isPresent()) {
      List<Hit> hits =
          taste.get().opinion().best(conditions.filter(), conditions.versions(), leftOut, head);
      hits.forEach(hit -> heads.add(hit.ordinal()));
      exhausted = hits.size() < head;
    }
    int popular = isMixed() ? head / (1 + likings()) : 0;
    if (popular > 0) {
      taste
          .get()
          .model()
          .popular(conditions.filter(), conditions.versions(), leftOut, popular)
          .forEach(hit -> heads.add(hit.ordinal()));
    }
    if (sound.isPresent()) {
      List<Neighbour> neighbours =
          index.neighbours(
              new NearestQuery(
                  conditions.space(),
                  sound.get().middle(),
                  SOUND * head,
                  conditions.filter(),
                  conditions.versions(),
                  leftOut));
      neighbours.forEach(neighbour -> heads.add(neighbour.ordinal()));
      exhausted &= neighbours.size() < SOUND * head;
    }
    return heads;
  }

  /** How far from 0 some scores reach. */
  private static double reach(List<Scored> scored, ToDoubleFunction<Scored> score) {
    return scored.stream()
        .mapToDouble(score)
        .filter(each -> !Double.isNaN(each))
        .map(Math::abs)
        .max()
        .orElse(0);
  }

  private Scored shared(Scored each) {
    return each.with(
        shares.taste(each.taste()), shares.taste(each.popularity()), shares.sound(each.sound()));
  }

  /** What is further down than all before it ranks behind them. */
  private UnaryOperator<Scored> ranked(List<Scored> fresh) {
    Map<Integer, Double> byTaste = reciprocalRanks(fresh, Scored::taste);
    Map<Integer, Double> byPopularity = reciprocalRanks(fresh, Scored::popularity);
    Map<Integer, Double> bySound = reciprocalRanks(fresh, Scored::sound);
    Mixing.Shares ofRanks = shares.ofRanks(isMixed() ? Mixing.popularity(1, likings()) : 0);
    return each ->
        each.with(
            ofRanks.taste(byTaste.getOrDefault(each.ordinal(), Double.NaN)),
            ofRanks.taste(
                Mixing.popularity(
                    byPopularity.getOrDefault(each.ordinal(), Double.NaN), likings())),
            ofRanks.sound(bySound.getOrDefault(each.ordinal(), Double.NaN)));
  }

  private Map<Integer, Double> reciprocalRanks(List<Scored> fresh, ToDoubleFunction<Scored> score) {
    Map<Integer, Double> ranks = new HashMap<>();
    fresh.stream()
        .filter(each -> !Double.isNaN(score.applyAsDouble(each)))
        .sorted(Comparator.comparingDouble(score).reversed().thenComparingInt(Scored::ordinal))
        .forEach(
            each -> ranks.put(each.ordinal(), Mixing.reciprocal(seen.size() + ranks.size() + 1)));
    return ranks;
  }

  /** The most relevant first, with those among them that the model of taste does not know. */
  private List<Scored> inOrder(List<Scored> weighed) {
    Map<Boolean, List<Scored>> isNew =
        weighed.stream()
            .collect(
                Collectors.partitioningBy(each -> taste.isPresent() && Double.isNaN(each.taste())));
    List<Scored> all = new ArrayList<>(isNew.get(false));
    newTracks.know(isNew.get(false));
    all.addAll(newTracks.placed(isNew.get(true), shares));
    all.sort(MOST_RELEVANT_FIRST);
    return all;
  }

  private boolean isMixed() {
    return taste.isPresent() && sound.isPresent();
  }

  private int likings() {
    return taste.map(by -> by.history().size()).orElse(0);
  }
}
