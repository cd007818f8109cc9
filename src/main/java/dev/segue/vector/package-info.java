/**
 * From tracks to vectors, and how far apart vectors are.
 *
 * <p>Read {@link dev.segue.vector.FeatureSpace} first: a new way to hear likeness is one more
 * declaration there. {@link dev.segue.vector.Fitting} learns its scaling, {@link
 * dev.segue.vector.FittedSpace} maps tracks, {@link dev.segue.vector.Metric} measures. Everything
 * but a {@code Fitting} is immutable. Nothing here searches.
 */
package dev.segue.vector;
