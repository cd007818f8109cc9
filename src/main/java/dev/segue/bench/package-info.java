/**
 * What a catalogue costs on this machine, measured with its own questions.
 *
 * <p>{@link dev.segue.bench.Bench} runs everything and answers a {@link
 * dev.segue.bench.BenchReport}. {@code Scenarios} makes {@code Question}s from random tracks,
 * {@code Stopwatch} asks them in one {@code Way} or another, {@code Recall} counts what an
 * approximate space misses.
 *
 * <p>Here nothing passes or fails. Single methods under a microscope are for JMH, in {@code
 * src/jmh}.
 */
package dev.segue.bench;
