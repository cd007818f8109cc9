/**
 * The composition root: a folder in, a running engine out. The only room that names a backend.
 *
 * <p>{@link dev.segue.engine.Rebuild} makes a new generation of an index and switches to it; {@link
 * dev.segue.engine.Engine} serves the current one, lending it out as {@link
 * dev.segue.engine.Snapshot}s, and follows the switch without dropping a request. {@code
 * Generations} is the layout on disk, {@link dev.segue.engine.Manifest} what a generation says of
 * itself.
 */
package dev.segue.engine;
