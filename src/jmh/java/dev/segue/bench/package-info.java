/** Benchmarks (JMH). How to run them, and what came out: docs/benchmarks.md. */
package dev.segue.bench;
