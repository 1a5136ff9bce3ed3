/**
 * The report as Markdown for the comments of a pull request, and workflows as Mermaid text. Text from the analysed code is written with
 * character references, so that it neither ends what it stands in nor mentions anybody. Knows reports and workflows.
 */
@NullMarked
package dev.replaylint.report.markdown;

import org.jspecify.annotations.NullMarked;
