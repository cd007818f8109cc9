/**
 * Models of taste: from what a listener has listened to, what else they would like (collaborative
 * filtering of implicit feedback). Begin with {@link dev.segue.listening.model.TasteModel}, what
 * every model can do, and {@link dev.segue.listening.model.TasteKind}, which has them all with
 * their hyperparameters. Each model answers listeners whom it has never seen ("fold-in"), from what
 * they have listened to alone.
 *
 * <p>Models never change and may be shared by threads. The same interactions, hyperparameters and
 * seed give the same model.
 */
package dev.segue.listening.model;
