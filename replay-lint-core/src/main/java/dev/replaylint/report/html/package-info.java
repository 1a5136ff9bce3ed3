/**
 * The report as one HTML file that needs nothing else: findings, workflow graphs, tables. All text passes {@link
 * dev.replaylint.report.html.Markup}, which escapes it. Knows reports and workflows; knows no analysis.
 */
@NullMarked
package dev.replaylint.report.html;

import org.jspecify.annotations.NullMarked;
