package dev.segue.recommend;

import dev.segue.catalog.Track;
import dev.segue.index.TrackIndex;
import dev.segue.rank.ScorePart;
import dev.segue.recommend.Candidates.Candidate;
import dev.segue.vector.Metric;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Picks one candidate after the other by maximal marginal relevance: always the one with the
 * largest {@code (1 − δ)·r(x) − δ·max s(x, y)} over the picked y (Carbonell & Goldstein 1998, "The
 * use of MMR, diversity-based reranking for reordering documents and producing summaries"), where s
 * is the metric's match score.
 *
 * <p>Deviations: it chooses among the most relevant candidates that are left, at least {@value
 * #WINDOW}, or {@value #WIDE_WINDOW} where there are targets, and more take the place of the
 * picked, so that the first n picks are the same however many follow; and caps are kept while
 * picking. A candidate that goes beyond one is dropped; one by an artist who was just there has to
 * wait, in vain unless the variety yields. A place that is left to chance ({@link Exploration})
 * goes to any candidate at hand. Where all that is left is at hand, and an artist has so much of it
 * that others must be kept to stand between, whoever has most left goes first. O(window · d) a
 * pick. For one thread.
 */
final class Selection {
  private static final int WINDOW = 100;

  /** With targets, which the order of the candidates knows little of, and where chance picks. */
  private static final int WIDE_WINDOW = 250;

  /** After so many that may not be picked, all at hand are looked through at once. */
  private static final int PATIENCE = 16;

  private final TrackIndex index;
  private final Candidates candidates;
  private final Metric metric;
  private final Targets targets;
  private final Variety variety;
  private final Exploration exploration;
  private final int window;

  /** At hand, in the order in which they came. */
  private final Set<Available> available = new LinkedHashSet<>();

  private final List<Pick> picks = new ArrayList<>();
  private final List<Set<String>> artistsOfPicks = new ArrayList<>();
  private final Map<String, Integer> ofArtist = new HashMap<>();
  private final Map<String, Integer> ofAlbum = new HashMap<>();
  private int beyondArtist;
  private int beyondAlbum;
  private int waiting;

  Selection(
      TrackIndex index,
      Candidates candidates,
      Metric metric,
      Targets targets,
      Conditions conditions) {
    this.index = index;
    this.candidates = candidates;
    this.metric = metric;
    this.targets = targets;
    variety = conditions.variety();
    exploration = conditions.exploration();
    window = window(conditions);
  }

  /** Among how many of the most relevant candidates each is chosen. */
  static int window(Conditions conditions) {
    return conditions.targets().isEmpty() && conditions.exploration().share() == 0
        ? WINDOW
        : WIDE_WINDOW;
  }

  /**
   * A track of the answer.
   *
   * @param score the sum of the parts
   * @param varied whether a more relevant track could have been picked
   * @param explored whether it was picked by chance
   */
  record Pick(
      Candidate candidate,
      Track track,
      double score,
      List<ScorePart> parts,
      boolean varied,
      boolean explored) {}

  /** A candidate in the window. */
  private static final class Available {
    final Candidate candidate;

    /** With the targets, before δ. */
    final double relevance;

    /** The largest match score with a pick, or 0 before the first. */
    double likest;

    /** Read when they are wanted. */
    Track track;

    Set<String> artists;
    Set<String> albums;

    Available(Candidate candidate, double relevance) {
      this.candidate = candidate;
      this.relevance = relevance;
    }
  }

  /** Picks until there are so many, or no candidate is left that may be picked. */
  List<Pick> pick(int count) throws IOException {
    while (picks.size() < count) {
      Optional<Available> next = next();
      if (next.isEmpty()) {
        break;
      }
      take(next.get(), isLeftToChance());
    }
    return Collections.unmodifiableList(picks);
  }

  /** How many candidates were dropped since an artist had as many tracks as allowed. */
  int beyondArtist() {
    return beyondArtist;
  }

  /** How many were dropped since an album had as many tracks as allowed. */
  int beyondAlbum() {
    return beyondAlbum;
  }

  /** How many were waiting for other artists when nothing else was left. */
  int waiting() {
    return waiting;
  }

  private Optional<Available> next() throws IOException {
    Set<Available> resting = new HashSet<>();
    int refused = 0;
    while (true) {
      while (available.size() - resting.size() < window && !candidates.exhausted()) {
        refill();
      }
      if (refused > PATIENCE) {
        refused = 0;
        for (Available each : List.copyOf(available)) {
          mayBePicked(each, resting);
        }
        continue;
      }
      Available best = isLeftToChance() ? drawn(resting) : best(resting);
      if (best == null && variety.yielding() && !available.isEmpty()) {
        return Optional.of(best(Set.of()));
      }
      if (best == null) {
        waiting = resting.size();
        return Optional.empty();
      }
      if (mayBePicked(best, resting)) {
        return Optional.of(best);
      }
      refused++;
    }
  }

  private boolean isLeftToChance() {
    return exploration.draw(picks.size(), 1).isPresent();
  }

  /** Any of those that need not rest, or {@code null}. */
  private Available drawn(Set<Available> resting) {
    List<Available> free = available.stream().filter(each -> !resting.contains(each)).toList();
    return free.isEmpty()
        ? null
        : free.get(exploration.draw(picks.size(), free.size()).orElseThrow());
  }

  /** The best of those that need not rest, or {@code null}. */
  private Available best(Set<Available> resting) throws IOException {
    Map<String, Integer> pressing = pressing();
    Available best = null;
    int most = 0;
    for (Available each : available) {
      if (resting.contains(each)) {
        continue;
      }
      int presses =
          pressing.isEmpty()
              ? 0
              : each.artists.stream()
                  .mapToInt(artist -> pressing.getOrDefault(artist, 0))
                  .max()
                  .orElse(0);
      if (best == null || presses > most || (presses == most && marginal(each) > marginal(best))) {
        best = each;
        most = presses;
      }
    }
    return best;
  }

  /**
   * How many tracks of each artist are left and may be picked, where those of one artist, with
   * others between them, need all places that are left; elsewhere nothing.
   */
  private Map<String, Integer> pressing() throws IOException {
    if (variety.spacing() == 0 || !candidates.exhausted()) {
      return Map.of();
    }
    int left = 0;
    Map<String, Integer> counts = new HashMap<>();
    for (Available each : available) {
      read(each);
      if (!isBeyondCaps(each)) {
        left++;
        each.artists.forEach(artist -> counts.merge(artist, 1, Integer::sum));
      }
    }
    counts.replaceAll(
        (artist, count) ->
            Math.min(count, variety.maxPerArtist() - ofArtist.getOrDefault(artist, 0)));
    int most = counts.values().stream().mapToInt(count -> count).max().orElse(0);
    long last = counts.values().stream().filter(count -> count == most).count();
    return (most - 1) * (variety.spacing() + 1L) + last >= left ? counts : Map.of();
  }

  private boolean isBeyondCaps(Available each) {
    return isBeyond(ofAlbum, each.albums, variety.maxPerAlbum())
        || isBeyond(ofArtist, each.artists, variety.maxPerArtist());
  }

  private void read(Available each) throws IOException {
    if (each.artists == null) {
      each.track = index.track(each.candidate.ordinal());
      each.artists = Variety.artists(each.track);
      each.albums = Variety.albums(each.track);
    }
  }

  /** Whether caps and spacing allow it; if not, it is dropped, or has to rest. */
  private boolean mayBePicked(Available each, Set<Available> resting) throws IOException {
    read(each);
    if (isBeyondCaps(each)) {
      boolean beyondAlbums = isBeyond(ofAlbum, each.albums, variety.maxPerAlbum());
      available.remove(each);
      beyondAlbum += beyondAlbums ? 1 : 0;
      beyondArtist += beyondAlbums ? 0 : 1;
      return false;
    }
    if (wasJustThere(each.artists)) {
      resting.add(each);
      return false;
    }
    return true;
  }

  private void take(Available picked, boolean explored) {
    available.remove(picked);
    picked.artists.forEach(artist -> ofArtist.merge(artist, 1, Integer::sum));
    picked.albums.forEach(album -> ofAlbum.merge(album, 1, Integer::sum));
    artistsOfPicks.add(picked.artists);
    boolean varied = available.stream().anyMatch(each -> each.relevance > picked.relevance);
    picks.add(
        new Pick(
            picked.candidate, picked.track, marginal(picked), parts(picked), varied, explored));
    if (variety.diversity() > 0) {
      for (Available each : available) {
        each.likest = Math.max(each.likest, likeness(each.candidate, picked.candidate));
      }
    }
  }

  private void refill() throws IOException {
    List<Candidate> more = candidates.more();
    double[] relevances = targets.joined(more, index);
    for (int i = 0; i < relevances.length; i++) {
      Available next = new Available(more.get(i), relevances[i]);
      if (variety.diversity() > 0) {
        for (Pick pick : picks) {
          next.likest = Math.max(next.likest, likeness(next.candidate, pick.candidate()));
        }
      }
      available.add(next);
    }
  }

  private double marginal(Available each) {
    double delta = variety.diversity();
    return (1 - delta) * each.relevance - delta * each.likest;
  }

  private List<ScorePart> parts(Available picked) {
    double delta = variety.diversity();
    List<ScorePart> parts = new ArrayList<>();
    for (ScorePart part : targets.parts(candidates.parts(picked.candidate), picked.track)) {
      parts.add(new ScorePart(part.name(), (1 - delta) * part.score()));
    }
    if (delta > 0) {
      parts.add(new ScorePart("variety", -delta * picked.likest));
    }
    return parts;
  }

  private double likeness(Candidate a, Candidate b) {
    return a.vector() == null || b.vector() == null
        ? 0
        : metric.matchScore(metric.distance(a.vector(), b.vector()));
  }

  private boolean wasJustThere(Set<String> artists) {
    int from = Math.max(0, picks.size() - variety.spacing());
    return artistsOfPicks.subList(from, picks.size()).stream()
        .anyMatch(others -> !Collections.disjoint(others, artists));
  }

  private static boolean isBeyond(Map<String, Integer> counts, Set<String> names, int most) {
    return names.stream().anyMatch(name -> counts.getOrDefault(name, 0) >= most);
  }
}
