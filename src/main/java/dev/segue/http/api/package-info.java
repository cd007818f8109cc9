/**
 * The API's questions and answers, apart from HTTP itself, so that the command line asks and
 * answers in the same words.
 *
 * <p>Read {@link dev.segue.http.api.Api} first: parameters in, an answer's JSON shape out. {@link
 * dev.segue.http.api.Parameters} reads and checks, {@link dev.segue.http.api.Problem} says what
 * went wrong. Immutable values; thread-safe.
 */
package dev.segue.http.api;
