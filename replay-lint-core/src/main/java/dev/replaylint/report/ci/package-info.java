/**
 * Reports as build servers and code hosts read them: Checkstyle XML, JUnit XML, GitLab Code Quality. Control characters are written by
 * their codes, since XML has no way to write them. Knows reports; knows no environment and no files.
 */
@NullMarked
package dev.replaylint.report.ci;

import org.jspecify.annotations.NullMarked;
