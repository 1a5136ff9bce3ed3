/** Writing JSON. Knows nothing of what is written. */
@NullMarked
package dev.replaylint.json;

import org.jspecify.annotations.NullMarked;
