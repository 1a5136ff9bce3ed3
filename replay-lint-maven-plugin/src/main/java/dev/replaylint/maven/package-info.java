/**
 * The Maven goals: parameters into a configuration, the module's sources and jars into an analysis, its report onto the console and
 * into files. Knows the façade and the report; knows nothing of how code is analysed.
 */
@NullMarked
package dev.replaylint.maven;

import org.jspecify.annotations.NullMarked;
