/**
 * The call graph, and where values come from in it: code is visited once for each region it runs in, with the functions its parameters are
 * known to be, and values are followed back over calls, fields and collections. Calls and values are found out together, since functions
 * are values. Knows operations as places where code starts one, and nothing of their order or names.
 */
@NullMarked
package dev.replaylint.durable.flow;

import org.jspecify.annotations.NullMarked;
