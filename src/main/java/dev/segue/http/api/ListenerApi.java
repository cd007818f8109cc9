package dev.segue.http.api;

import dev.segue.engine.Snapshot;
import dev.segue.experiment.Assignment;
import dev.segue.experiment.Experiment;
import dev.segue.experiment.Experiments;
import dev.segue.experiment.Variant;
import dev.segue.listener.ForListener;
import dev.segue.listener.Listener;
import dev.segue.listener.ListenerRecommender.Somebody;
import dev.segue.listener.ListenerRequest;
import dev.segue.listener.Mixing;
import dev.segue.listener.Strategy;
import dev.segue.listening.log.Event;
import dev.segue.query.RequestException;
import dev.segue.recommend.Exploration;
import dev.segue.recommend.Variety;
import java.io.IOException;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Recommendations to listeners: parameters in, the answer's JSON shape out. All throw {@link
 * RequestException} for whatever the asker did wrong.
 */
public final class ListenerApi {
  /** What can be asked, besides for whom. */
  public static final List<String> NAMES =
      Stream.concat(
              Stream.of("strategy", "alpha", "fusion", "played"),
              RecommendationApi.RECOMMENDATIONS.stream().filter(name -> !name.equals("method")))
          .toList();

  /** What a variant of an experiment may set. */
  public static final List<String> VARIED =
      NAMES.stream().filter(name -> !name.equals("k") && !name.equals("cursor")).toList();

  private static final Map<String, Strategy> STRATEGIES =
      Stream.of(Strategy.SOUND, Strategy.TASTE, Strategy.HYBRID)
          .collect(Collectors.toMap(Json::word, each -> each, (a, b) -> a, LinkedHashMap::new));

  private ListenerApi() {}

  private enum Played {
    LEAVE_OUT,
    KEEP
  }

  /**
   * Tries what variants of experiments say.
   *
   * @throws RequestException naming an experiment and a variant with a value that is not allowed
   */
  public static void check(Experiments experiments, Snapshot snapshot) {
    for (Experiment experiment : experiments.experiments()) {
      for (Variant variant : experiment.variants()) {
        try {
          varied(snapshot, new Parameters(Map.of()), variant);
        } catch (RequestException e) {
          throw RequestException.invalid(
              "experiments",
              "Experiment '%s', variant '%s': %s"
                  .formatted(experiment.name(), variant.name(), e.getMessage()));
        }
      }
    }
  }

  /** For a user, by all that they did: {@link #NAMES}. */
  public static RecommendationsJson ofUser(
      Snapshot snapshot, Listeners listeners, String userId, Parameters asked) throws IOException {
    asked.only(NAMES);
    Event.checkId("user_id", userId);
    Somebody user =
        new Somebody() {
          @Override
          public String id() {
            return "user " + userId;
          }

          @Override
          public Listener known(Optional<Instant> until) throws IOException {
            return Listener.of(listeners.affinities(userId, until), snapshot.index());
          }

          @Override
          public List<Event> events(Instant until) throws IOException {
            return listeners.events(userId).stream()
                .filter(event -> !event.at().orElseThrow().isAfter(until))
                .toList();
          }
        };
    return answer(snapshot, user, Question.of(snapshot, asked, listeners.assignment(userId)));
  }

  /** For somebody who only says what they listened to: {@link #NAMES}. */
  public static RecommendationsJson ofListened(
      Snapshot snapshot, List<String> listened, Parameters asked) throws IOException {
    asked.only(NAMES);
    RequestException.checkCount("listened", listened.size(), 1, Listener.MOST_LISTENED);
    return answer(
        snapshot,
        Somebody.whoListenedTo(listened, snapshot.index()),
        Question.of(snapshot, asked, Optional.empty()));
  }

  private static RecommendationsJson answer(Snapshot snapshot, Somebody somebody, Question question)
      throws IOException {
    ListenerRequest request = question.request();
    ForListener answer = snapshot.listenerRecommender().recommend(request, somebody);
    return RecommendationsJson.of(
        RecommendationsJson.Basis.of(answer, question.assignment()),
        TakenSeeds.tracks(answer.recommendation().seeds()),
        request.conditions().space(),
        null,
        RecommendationsJson.Context.of(request.occasion(), answer.targets(), answer.habitual()),
        answer.exploration(),
        answer.recommendation());
  }

  /** What is asked, and the variant that it is answered by. */
  private record Question(ListenerRequest request, Optional<Assignment> assignment) {
    /** By the variant, unless that sets what is asked, or cannot be together with it. */
    static Question of(Snapshot snapshot, Parameters asked, Optional<Assignment> assignment) {
      if (assignment.isPresent()) {
        Variant variant = assignment.get().variant();
        if (Collections.disjoint(variant.parameters().keySet(), asked.values().keySet())) {
          try {
            return new Question(varied(snapshot, asked, variant), assignment);
          } catch (RequestException e) {
            // Such as filters that contradict each other. What is wrong without it is told below.
          }
        }
      }
      return new Question(ListenerApi.request(snapshot, asked), Optional.empty());
    }
  }

  private static ListenerRequest varied(Snapshot snapshot, Parameters asked, Variant variant) {
    Map<String, List<String>> values = new HashMap<>(asked.values());
    variant.parameters().forEach((name, value) -> values.put(name, List.of(value)));
    ListenerRequest request = request(snapshot, new Parameters(values));
    snapshot.listenerRecommender().check(request);
    return request;
  }

  private static ListenerRequest request(Snapshot snapshot, Parameters parameters) {
    return new ListenerRequest(
        parameters.choice("strategy", STRATEGIES, ""),
        new Mixing(
            parameters.decimal("alpha").map(OptionalDouble::of).orElse(OptionalDouble.empty()),
            parameters.choice("fusion", Mixing.Fusion.class).orElse(Mixing.Fusion.LINEAR)),
        parameters.choice("played", Played.class).orElse(Played.LEAVE_OUT) == Played.KEEP,
        WishesParameters.occasion(parameters),
        parameters.one("seed").isPresent()
            ? OptionalLong.of(parameters.longInteger("seed", 0))
            : OptionalLong.empty(),
        WishesParameters.conditions(
                parameters, snapshot.space(parameters.one("space")), Variety.FOR_LISTENERS)
            .leaving(
                new Exploration(parameters.decimal("explore").orElse(Exploration.NONE.share()), 0)),
        parameters.integer("k", Api.DEFAULT_LENGTH),
        parameters.one("cursor"));
  }
}
