/**
 * Java types and class headers as the language sees them: generic types, members, supertypes. Knows no front end: a header
 * may come from source or from a class file, and nothing here can tell which one.
 */
@NullMarked
package dev.replaylint.program.type;

import org.jspecify.annotations.NullMarked;
