/**
 * Reports of several modules as one: reads what {@code JsonWriter} wrote, on this machine or another, and puts it together. Knows reports
 * and our own JSON; knows no front end and analyses nothing.
 */
@NullMarked
package dev.replaylint.report.merged;

import org.jspecify.annotations.NullMarked;
