package dev.replaylint.program;

/**
 * Identity of a field.
 *
 * @param owner binary name of the class that declares it
 */
public record FieldKey(String owner, String name) {

    @Override
    public String toString() {
        return Names.simple(owner) + "." + name;
    }
}
