/**
 * The intermediate representation: types, methods, bodies, sites, values and locations of the analysed program, and the
 * control-flow algorithms that derive their structure. Both front ends fill it through {@link BodyBuilder}, so that loops,
 * branches and values come out alike. Knows nothing of parsers, class files, the durable SDK or rules.
 */
@NullMarked
package dev.replaylint.program;

import org.jspecify.annotations.NullMarked;
