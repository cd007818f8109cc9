/**
 * Listeners → tracks. Begin with {@link dev.segue.listener.ListenerRecommender}, which decides what
 * to go by; {@link dev.segue.listener.Listener} is what is known of somebody, {@link
 * dev.segue.listener.Mixing} how taste, popularity and sound become one relevance. {@link
 * dev.segue.listener.TrackTaste} lays a model of taste over the tracks of an index.
 *
 * <p>Thread-safe, but for the candidates of one answer. It neither trains models ({@link
 * dev.segue.listening.model}) nor keeps what people did ({@link dev.segue.listening.log}).
 */
package dev.segue.listener;
