/**
 * Listeners → tracks: {@link dev.segue.listener.TrackTaste} lays a model of taste over the tracks
 * of an index.
 *
 * <p>Thread-safe. It neither trains models ({@link dev.segue.listening.model}) nor knows where
 * histories come from ({@link dev.segue.listening.log}).
 */
package dev.segue.listener;
