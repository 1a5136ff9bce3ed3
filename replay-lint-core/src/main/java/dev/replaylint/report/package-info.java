/** The result of an analysis and the writers that print it. Knows findings; knows no front end. */
@NullMarked
package dev.replaylint.report;

import org.jspecify.annotations.NullMarked;
