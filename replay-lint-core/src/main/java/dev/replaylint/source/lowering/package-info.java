/**
 * Lowers attributed syntax trees to bodies, as the Java compiler would: loops over iterators, inlined {@code finally} blocks,
 * captured variables as leading lambda parameters or {@code val$} fields, so that both front ends fill the model alike.
 */
@NullMarked
package dev.replaylint.source.lowering;

import org.jspecify.annotations.NullMarked;
