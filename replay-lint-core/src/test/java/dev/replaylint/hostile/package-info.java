/** Inputs that nobody writes, or only with a bad purpose: what is wrong is named, and everything else is still analysed. */
package dev.replaylint.hostile;
