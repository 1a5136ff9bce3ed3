/** Random bodies that are clean by construction. Knows the façade; must not know rules or the model. */
@NullMarked
package dev.replaylint.bodies;

import org.jspecify.annotations.NullMarked;
