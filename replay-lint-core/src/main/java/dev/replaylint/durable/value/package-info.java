/**
 * Questions about values that take more than where they come from: along one way of calls, through APIs, into operations; in which order
 * elements come; what fields hold before anybody reads them. Knows no loops and no names.
 */
@NullMarked
package dev.replaylint.durable.value;

import org.jspecify.annotations.NullMarked;
