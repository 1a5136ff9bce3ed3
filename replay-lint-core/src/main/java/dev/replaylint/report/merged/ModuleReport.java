package dev.replaylint.report.merged;

import dev.replaylint.report.Report;

/**
 * The report of one module, without its workflows. Its locations have paths relative to the repository.
 *
 * @param module its name
 */
public record ModuleReport(String module, Report report) {}
