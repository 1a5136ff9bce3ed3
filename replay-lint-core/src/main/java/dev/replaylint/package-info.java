/** The façade: sources or class files and a configuration in, a report out. Knows no build tool. */
@NullMarked
package dev.replaylint;

import org.jspecify.annotations.NullMarked;
