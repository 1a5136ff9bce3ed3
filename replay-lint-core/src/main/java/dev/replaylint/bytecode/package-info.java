/**
 * Front end for class files: headers of all classes in reach, and code of the project's and its libraries' classes as bodies. The
 * only package that may name ASM. Nothing is ever loaded or run. Knows neither the durable SDK nor rules.
 */
@NullMarked
package dev.replaylint.bytecode;

import org.jspecify.annotations.NullMarked;
