package config;

/** Work for the night. */
public record Job(String name, String owner) {}
