package dev.segue.listener;

import dev.segue.index.TrackIndex;
import dev.segue.listening.log.Affinities;
import dev.segue.listening.log.Affinity;
import dev.segue.query.Quoted;
import dev.segue.query.RequestException;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is known of somebody, as far as it is about tracks of an index.
 *
 * @param liked what they like most first, of equals the last first
 * @param disliked the ordinals of tracks, the last first
 * @param played the ordinals of all tracks that they did something with
 * @param eventCount from how many events that is known; 0 where somebody only says what they like
 * @param last when they last did something
 */
public record Listener(
    List<Liked> liked,
    List<Integer> disliked,
    Set<Integer> played,
    int eventCount,
    Optional<Instant> last) {
  /** The most tracks that somebody may say they like. */
  public static final int MOST_LISTENED = 1_000;

  /** Copies. */
  public Listener {
    liked = List.copyOf(liked);
    disliked = List.copyOf(disliked);
    played = Set.copyOf(played);
  }

  /**
   * A recording that somebody likes.
   *
   * @param ordinal of the track that stands for it
   * @param weight how much, above 0 ({@link Affinity#weight})
   */
  public record Liked(int ordinal, double weight) {}

  /**
   * Somebody by what they did; tracks that the index does not have are left out.
   *
   * @param affinities of one user
   */
  public static Listener of(Affinities affinities, TrackIndex index) throws IOException {
    LinkedHashMap<Integer, Double> weights = new LinkedHashMap<>();
    List<Integer> disliked = new ArrayList<>();
    Set<Integer> played = new HashSet<>();
    for (Map.Entry<String, Affinity> each : affinities.ofTracks().entrySet()) {
      List<Integer> ordinals = index.ordinals(each.getKey());
      if (ordinals.isEmpty()) {
        continue;
      }
      played.addAll(ordinals);
      int recording = index.versions(ordinals.getFirst()).getFirst();
      if (each.getValue().positive()) {
        double others = weights.getOrDefault(recording, 0.0);
        weights.putLast(recording, others + each.getValue().weight());
      } else if (each.getValue().disliked()) {
        disliked.add(recording);
      }
    }
    return new Listener(
        inOrder(weights), disliked.reversed(), played, affinities.eventCount(), affinities.last());
  }

  /**
   * Somebody by what they like.
   *
   * @param ids of tracks, the last listened to last
   * @throws RequestException naming all that the index does not have, or how many are allowed
   */
  public static Listener of(Iterable<String> ids, TrackIndex index) throws IOException {
    LinkedHashMap<Integer, Double> weights = new LinkedHashMap<>();
    Set<Integer> played = new HashSet<>();
    List<String> unknown = new ArrayList<>();
    for (String id : ids) {
      List<Integer> ordinals = index.ordinals(id);
      if (ordinals.isEmpty()) {
        unknown.add("'%s'".formatted(Quoted.of(id)));
      } else {
        played.addAll(ordinals);
        weights.putLast(index.versions(ordinals.getFirst()).getFirst(), 1.0);
      }
    }
    if (!unknown.isEmpty()) {
      throw RequestException.notInCatalogue(
          "listened", "No track has the id %s.".formatted(Quoted.list(unknown)));
    }
    return new Listener(inOrder(weights), List.of(), played, 0, Optional.empty());
  }

  private static List<Liked> inOrder(Map<Integer, Double> weights) {
    List<Liked> liked = new ArrayList<>();
    weights.forEach((ordinal, weight) -> liked.add(new Liked(ordinal, weight)));
    Collections.reverse(liked);
    liked.sort(Comparator.comparingDouble(Liked::weight).reversed());
    return liked;
  }
}
