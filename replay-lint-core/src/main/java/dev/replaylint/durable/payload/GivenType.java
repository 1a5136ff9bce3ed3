package dev.replaylint.durable.payload;

import dev.replaylint.durable.flow.CallPath;
import dev.replaylint.durable.flow.Operation;
import dev.replaylint.program.type.JavaType;

/**
 * The type that an operation is told its result has, on one way to the operation.
 *
 * @param path to the code that decides on the type
 * @param type as the class literal or the token says it
 * @param token whether a token keeps its arguments
 * @param ownSerDes whether something else than the SDK's default writes and reads the result
 */
public record GivenType(Operation operation, CallPath path, JavaType type, boolean token, boolean ownSerDes) {}
