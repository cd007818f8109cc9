package dev.segue.experiment;

import dev.segue.query.RequestException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * All experiments, in an order: a user is part of the first that has a variant for them.
 *
 * @param experiments no two with the same name
 */
public record Experiments(List<Experiment> experiments) {
  /** Everybody is answered alike. */
  public static final Experiments NONE = new Experiments(List.of());

  /**
   * Checks and copies.
   *
   * @throws RequestException naming what is there twice
   */
  public Experiments {
    experiments = List.copyOf(experiments);
    Set<String> names = new HashSet<>();
    for (Experiment experiment : experiments) {
      if (!names.add(experiment.name())) {
        throw RequestException.invalid(
            "experiments",
            "there are two experiments with the name '%s'.".formatted(experiment.name()));
      }
    }
  }

  /**
   * What a user is part of.
   *
   * @param at the moment; an experiment that starts later does not count yet
   */
  public Optional<Assignment> of(String userId, Instant at) {
    for (Experiment experiment : experiments) {
      if (!at.isBefore(experiment.start())) {
        Optional<Variant> variant = experiment.of(userId);
        if (variant.isPresent()) {
          return Optional.of(new Assignment(experiment.name(), variant.get()));
        }
      }
    }
    return Optional.empty();
  }

  /**
   * The experiment of that name, or the only one where none is named.
   *
   * @throws RequestException saying which there are
   */
  public Experiment named(Optional<String> name) {
    if (name.isEmpty() && experiments.size() == 1) {
      return experiments.getFirst();
    }
    return experiments.stream()
        .filter(each -> name.isPresent() && each.name().equals(name.get()))
        .findFirst()
        .orElseThrow(
            () ->
                RequestException.invalid(
                    "experiment",
                    "%s; %s."
                        .formatted(
                            name.map("There is no experiment '%s'"::formatted)
                                .orElse("No experiment is named"),
                            experiments.isEmpty() ? "there is none" : "there are " + names())));
  }

  private String names() {
    return experiments.stream().map(Experiment::name).collect(Collectors.joining(", "));
  }
}
