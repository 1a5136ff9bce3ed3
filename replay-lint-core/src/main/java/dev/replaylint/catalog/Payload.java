package dev.replaylint.catalog;

/** What becomes of instances of a type that Jackson writes and reads back, with the SDK's own settings. */
public enum Payload implements Fact {
    /** They cannot be written, cannot be read, or come back as something else. */
    UNSERIALIZABLE("unserializable"),
    /** A part of what they say is lost. */
    LOSSY("lossy");

    private final String keyword;

    Payload(String keyword) {
        this.keyword = keyword;
    }

    @Override
    public String keyword() {
        return keyword;
    }
}
