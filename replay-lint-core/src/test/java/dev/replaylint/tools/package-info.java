/** Programs for whoever works on the analyzer: they make data that is committed, and are run by hand. */
@NullMarked
package dev.replaylint.tools;

import org.jspecify.annotations.NullMarked;
