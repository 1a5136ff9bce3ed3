package dev.replaylint.source;

import java.nio.file.Path;

/**
 * A source file.
 *
 * @param path where it is
 * @param name path relative to its source root, with {@code /}
 * @param judged whether it belongs to the code to judge, or only to what that code calls
 */
record SourceFile(Path path, String name, boolean judged) implements Comparable<SourceFile> {

    @Override
    public int compareTo(SourceFile other) {
        int byName = name.compareTo(other.name);
        return byName != 0 ? byName : path.compareTo(other.path);
    }

    /** By hand, since files are keys: names keep their hash codes, while those of all parts are made anew each time. */
    @Override
    public int hashCode() {
        return name.hashCode();
    }
}
