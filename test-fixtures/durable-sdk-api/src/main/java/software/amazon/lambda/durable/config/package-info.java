/** Stand-in for the public signatures of the SDK's package {@code software.amazon.lambda.durable.config}, for tests only; never published. */
package software.amazon.lambda.durable.config;
