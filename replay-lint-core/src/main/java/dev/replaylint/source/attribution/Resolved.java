package dev.replaylint.source.attribution;

import dev.replaylint.program.type.MethodHeader;

/**
 * The method that a call, creation or method reference means.
 *
 * @param method its declaration; made up from the call if {@code confidence} is {@link Confidence#ASSUMED}
 * @param owner binary name of the class that a class file names at the call (JLS 13.1): the receiver's static type, but
 *     {@code Object} for methods that it declares, and the declaring class for static methods of enclosing classes and imports
 * @param varargsCall whether trailing arguments are wrapped in an array
 * @param unboundReceiver for method references: whether the first argument of the function is the receiver
 */
public record Resolved(
        MethodHeader method, String owner, boolean varargsCall, Confidence confidence, boolean unboundReceiver) {}
