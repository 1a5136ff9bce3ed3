/** What users of replay-lint may write into their code. Known by simple names, and there to be copied. */
package dev.replaylint.annotations;
