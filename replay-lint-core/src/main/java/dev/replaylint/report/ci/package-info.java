/**
 * Reports as build servers and code hosts read them: Checkstyle XML, JUnit XML, GitLab Code Quality, annotations of GitHub Actions. Control
 * characters are written by their codes: XML cannot have them, and runners take orders from them. Knows reports; knows no environment and
 * no files.
 */
@NullMarked
package dev.replaylint.report.ci;

import org.jspecify.annotations.NullMarked;
