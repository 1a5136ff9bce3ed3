/**
 * The pages of the rules, read from the Markdown that they are written in, for writers and terminals. Knows our own pages only: what they
 * do not use is not read.
 */
@NullMarked
package dev.replaylint.report.page;

import org.jspecify.annotations.NullMarked;
