/**
 * The SpotBugs plugin: shows what the bytecode front end finds as SpotBugs' own bugs, and says through SpotBugs what it could not
 * read. Knows the façade, rules, reports and the manifest; never sources or JavaParser.
 */
@NullMarked
package dev.replaylint.spotbugs;

import org.jspecify.annotations.NullMarked;
