/**
 * What people decided not to act upon: suppressions in code, which of them suppress anything, and the committed baseline of accepted
 * findings. Knows findings and what is written in code; knows neither front end nor how a finding comes about, and of JSON only nodes.
 */
@NullMarked
package dev.replaylint.suppression;

import org.jspecify.annotations.NullMarked;
