/**
 * Type attribution of syntax trees: which method each call means, and what type each expression has, in one pass over a body.
 * Knows syntax trees and headers; it must not know where headers come from, nor what calls mean for durable functions.
 */
@NullMarked
package dev.replaylint.source.attribution;

import org.jspecify.annotations.NullMarked;
