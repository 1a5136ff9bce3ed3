package software.amazon.lambda.durable.annotations;

/** Marks API that may change. */
public @interface Experimental {}
