/**
 * The web page in a real Chromium, against the real server over a real index.
 *
 * <p>Read {@link dev.segue.browser.Visit} first: every test is one visit, which also watches that
 * nothing is complained of in the console and that no other host is asked. {@link
 * dev.segue.browser.Site} is what is visited, {@link dev.segue.browser.WithBrowser} brings the two
 * together, once for all tests. Nothing sleeps: Playwright's assertions wait until they hold.
 *
 * <p>Without a browser these tests are skipped, and with {@code CI=true} they fail.
 */
package dev.segue.browser;
