package software.amazon.lambda.durable.config;

/** Stands in for the SDK type of this name: nesting type. */
public enum NestingType {
    NESTED, FLAT;
}
