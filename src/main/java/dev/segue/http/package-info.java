/**
 * The Javalin edge. {@link dev.segue.http.HttpServer} has every route on one screen; {@code
 * http.api} knows the questions and answers. The other classes see to what all routes share:
 * headers, errors, metrics, static files.
 *
 * <p>A request borrows one {@link dev.segue.engine.Snapshot} and is answered from it.
 */
package dev.segue.http;
