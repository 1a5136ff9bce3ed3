/** Stand-in for the public signatures of the SDK's package {@code software.amazon.lambda.durable}, for tests only; never published. */
package software.amazon.lambda.durable;
