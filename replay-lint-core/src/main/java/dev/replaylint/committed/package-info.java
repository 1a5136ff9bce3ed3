/** Files that are committed next to a module's POM: how they are replaced. Knows nothing of what they say. */
@NullMarked
package dev.replaylint.committed;

import org.jspecify.annotations.NullMarked;
