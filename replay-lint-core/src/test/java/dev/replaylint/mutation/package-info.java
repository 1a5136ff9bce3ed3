/**
 * How many known defects the analysis finds, and how much it says about none: clean handlers are changed by one edit, which makes a
 * defect or none, and what both front ends say is held against a committed baseline. Knows the façade and JavaParser, as a source of
 * positions; must not know rules other than by name.
 */
package dev.replaylint.mutation;
