/** Runs the analyzer and other tools as processes of their own over one generated project. Knows their command lines, nothing of how they work. */
package dev.replaylint.benchmark.tools;
