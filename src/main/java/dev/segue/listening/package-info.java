/**
 * Who listened to what. {@link dev.segue.listening.Interactions} are records of users, items and
 * values, whether plays or ratings; {@link dev.segue.listening.InteractionFile} reads them. {@link
 * dev.segue.listening.ListenFile} reads histories, line by line. What is learned from them is in
 * {@code listening.model} (taste) and {@code listening.rating} (ratings).
 *
 * <p>Interactions never change and may be shared by threads; {@link dev.segue.listening.Ids} grow
 * while files are read, and are for one thread until then. Nobody here knows what a track is: an
 * item is a name.
 */
package dev.segue.listening;
