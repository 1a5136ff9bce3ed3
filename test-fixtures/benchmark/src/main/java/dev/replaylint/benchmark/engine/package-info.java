/** Measures parts of the analyzer with JMH, in a warm JVM. */
package dev.replaylint.benchmark.engine;
