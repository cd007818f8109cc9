/**
 * What experiments have shown. Begin with {@link
 * dev.segue.evaluate.experiment.ExperimentEvaluation}, which compares what users of the variants of
 * an experiment did; {@link dev.segue.evaluate.experiment.Outcome} is what is compared.
 *
 * <p>For one thread. The same log, experiments, window and seed give the same report.
 */
package dev.segue.evaluate.experiment;
