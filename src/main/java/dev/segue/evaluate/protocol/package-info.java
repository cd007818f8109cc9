/**
 * How listening data are parted into what models learn from and what they are asked about. Begin
 * with {@link dev.segue.evaluate.protocol.Dataset}, which reads a file and parts it by a {@link
 * dev.segue.evaluate.protocol.Protocol}, or reads published folds; {@link
 * dev.segue.evaluate.protocol.Recorded} says when several plays of a track become one record; a
 * {@link dev.segue.evaluate.protocol.Split} refuses data that leak from one part into the other,
 * and {@link dev.segue.evaluate.protocol.Tuning} searches for settings in what is learned from
 * alone.
 */
package dev.segue.evaluate.protocol;
