package dev.segue.cli;

import dev.segue.experiment.Assignment;
import dev.segue.http.api.Listeners;
import dev.segue.listening.log.Affinities;
import dev.segue.listening.log.Event;
import dev.segue.listening.log.EventLog;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** For whom tracks are recommended, and by what. */
final class ListenerOptions implements Listeners {
  @Mixin private LogOptions log;

  @Option(
      names = "--user",
      paramLabel = "ID",
      description = "For whom, by all that they did; in place of seeds.")
  private String user;

  @Option(
      names = "--listened",
      paramLabel = "TRACK",
      description =
          "For somebody who listened to this track, by its id; may be repeated, in place of seeds.")
  private List<String> listened;

  @Option(
      names = "--strategy",
      paramLabel = "STRATEGY",
      description =
          "What answers to a listener go by: sound, taste, or hybrid, which is both (default).")
  private String strategy;

  @Option(
      names = "--alpha",
      paramLabel = "A",
      description =
          "The share of sound in a hybrid, 0 to 1 (default: the less, the more taste has to say"
              + " about them).")
  private String alpha;

  @Option(
      names = "--fusion",
      paramLabel = "FUSION",
      description = "How both become one: linear, by scores (default), or rrf, by ranks.")
  private String fusion;

  @Option(
      names = "--played",
      paramLabel = "RULE",
      description = "What they played: leave_out (default) or keep.")
  private String played;

  @Option(
      names = "--explore",
      paramLabel = "SHARE",
      description = "How many places are left to chance, 0 to 1 (default: 0).")
  private String explore;

  @Option(
      names = "--seed",
      paramLabel = "S",
      description = "The same number, the same chance (default: 1; of a user, their last event).")
  private String seed;

  @Option(
      names = "--time-of-day",
      paramLabel = "TIME",
      description = "When it is for: morning, afternoon, evening or night.")
  private String timeOfDay;

  @Option(
      names = "--mood",
      paramLabel = "MOOD",
      description = "What it is for: calm, energetic, focus, happy, party or sad.")
  private String mood;

  /** Whether it is said for whom. */
  boolean isSomebody() {
    return user != null || listened != null;
  }

  /** Adds the parameters that were given. */
  void put(Map<String, List<String>> parameters) {
    SearchCommand.put(parameters, "user_id", user);
    if (listened != null) {
      parameters.put("listened", listened);
    }
    SearchCommand.put(parameters, "strategy", strategy);
    SearchCommand.put(parameters, "alpha", alpha);
    SearchCommand.put(parameters, "fusion", fusion);
    SearchCommand.put(parameters, "played", played);
    SearchCommand.put(parameters, "explore", explore);
    SearchCommand.put(parameters, "seed", seed);
    SearchCommand.put(parameters, "time_of_day", timeOfDay);
    SearchCommand.put(parameters, "mood", mood);
  }

  @Override
  public Affinities affinities(String userId, Optional<Instant> until) throws IOException {
    try (EventLog events = log.openExisting()) {
      return events.affinities(userId, until);
    }
  }

  @Override
  public List<Event> events(String userId) throws IOException {
    try (EventLog events = log.openExisting()) {
      return events.of(userId);
    }
  }

  /** Experiments are for those whom a server answers. */
  @Override
  public Optional<Assignment> assignment(String userId) {
    return Optional.empty();
  }
}
