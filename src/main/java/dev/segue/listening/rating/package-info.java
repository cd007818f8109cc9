/**
 * Models of ratings: which rating a user would give to an item. Begin with {@link
 * dev.segue.listening.rating.RatingModel} and {@link dev.segue.listening.rating.RatingKind}, which
 * has them all with their hyperparameters; the usual ones are those of published tables. They are
 * for data in which people said how much they like something; what they merely listened to is for
 * {@code listening.model}.
 *
 * <p>Models never change and may be shared by threads. The same ratings, hyperparameters and seed
 * give the same model.
 */
package dev.segue.listening.rating;
