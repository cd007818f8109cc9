/**
 * Experiments with recommendations: which users are answered how. Begin with {@link
 * dev.segue.experiment.Experiments}, which says of a user at a moment which {@link
 * dev.segue.experiment.Assignment} they have; {@link dev.segue.experiment.Experiment} says how
 * users are split, {@link dev.segue.experiment.ExperimentFile} reads experiments.
 *
 * <p>Immutable values. Nobody here knows what the parameters of a variant mean, nor what users did:
 * that is compared in {@code evaluate.experiment}.
 */
package dev.segue.experiment;
