/**
 * Front end for source code: finds files, parses what is asked for, and lowers it to the program model. The only package, with its
 * sub-packages, that may name JavaParser. Knows neither the durable SDK nor rules.
 */
@NullMarked
package dev.replaylint.source;

import org.jspecify.annotations.NullMarked;
