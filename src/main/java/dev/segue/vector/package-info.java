/**
 * From tracks to vectors, and how far apart vectors are.
 *
 * <p>Read {@link dev.segue.vector.FeatureSpace} first: a new way to hear likeness is one more
 * declaration there. {@link dev.segue.vector.Fitting} learns its scaling, {@link
 * dev.segue.vector.FittedSpace} maps tracks, {@link dev.segue.vector.Metric} measures.
 *
 * <p>{@link dev.segue.vector.NeighbourTree} finds the nearest of many vectors exactly; {@link
 * dev.segue.vector.NeighbourTreeWriter} builds it ({@code Partition} halves, {@code Scan} compares
 * a block at once, with the Vector API where the JVM has it). Where its blocks and the vectors lie
 * is {@link dev.segue.vector.Memory}: what maps files is not known here.
 *
 * <p>Everything but what learns or builds is immutable.
 */
package dev.segue.vector;
