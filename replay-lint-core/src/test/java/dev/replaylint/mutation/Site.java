package dev.replaylint.mutation;

/**
 * A place in replayed code where a statement can be put.
 *
 * @param file name of the file
 * @param offset where the statement goes
 * @param context name of the context there
 * @param members where members of the enclosing type go
 * @param type simple name of the enclosing type
 * @param instance whether there is a {@code this}
 * @param last whether the statement that follows leaves the body
 */
record Site(String file, int offset, String context, int members, String type, boolean instance, boolean last) {

    /** The package the site is in. */
    String packageName() {
        return file.substring(0, file.lastIndexOf('/')).replace('/', '.');
    }

    /** The name of another file of the same package. */
    String sibling(String typeName) {
        return file.substring(0, file.lastIndexOf('/') + 1) + typeName + ".java";
    }

    @Override
    public String toString() {
        return file + "@" + offset;
    }
}
