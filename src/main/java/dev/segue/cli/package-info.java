/**
 * The command line, on picocli. {@link dev.segue.cli.Main} names the commands; each is a class
 * here.
 *
 * <p>Questions and answers are those of {@code http.api}; here they are only asked in flags and
 * told in lines. Answers go to stdout, everything else to stderr.
 */
package dev.segue.cli;
