/**
 * What API calls do: clocks, randomness, environment, input and output, threads, logging, the order of collections,
 * what is stored where and which functions are called when. The knowledge is data (resource files, one line a fact,
 * and the user's own lines); this package reads it and answers questions about a call. Knows the program model; must
 * not know the durable SDK, rules or output.
 */
@NullMarked
package dev.replaylint.catalog;

import org.jspecify.annotations.NullMarked;
