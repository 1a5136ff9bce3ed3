/**
 * The operations of each handler as data that writers draw and tabulate: texts, numbers and places. Knows the replay model only in
 * {@link dev.replaylint.report.workflow.Workflows}, which reads it; knows no format.
 */
@NullMarked
package dev.replaylint.report.workflow;

import org.jspecify.annotations.NullMarked;
