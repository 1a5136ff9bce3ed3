/**
 * The SpotBugs plugin: will show what the bytecode front end finds as SpotBugs' own bugs. Knows the façade, rules and reports; never
 * sources or JavaParser.
 */
@NullMarked
package dev.replaylint.spotbugs;

import org.jspecify.annotations.NullMarked;
