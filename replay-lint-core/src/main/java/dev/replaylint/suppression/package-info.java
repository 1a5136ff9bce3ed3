/**
 * What people decided not to act upon: suppressions in code, and which of them suppress anything. Knows findings and what is written
 * in code; knows neither front end nor how a finding comes about.
 */
@NullMarked
package dev.replaylint.suppression;

import org.jspecify.annotations.NullMarked;
