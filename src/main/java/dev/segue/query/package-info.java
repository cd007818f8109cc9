/**
 * What can be asked of an index, in words of our own: {@link dev.segue.query.TrackFilter}, {@link
 * dev.segue.query.TrackSort}, {@link dev.segue.query.QuerySyntax}, the language of conditions in a
 * text, and {@link dev.segue.query.NameKey}, which says when two names are the same. Immutable
 * values; every index translates them into its own queries.
 */
package dev.segue.query;
