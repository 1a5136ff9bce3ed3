package dev.replaylint.catalog;

/** How a call stands for objects whose class does not say so itself: by their identity. */
public enum Rendering implements Fact {
    /** As text, by the objects' {@code toString}. */
    TEXT("text-of"),
    /** As a number, by their {@code hashCode}. */
    HASH("hash-of");

    private final String keyword;

    Rendering(String keyword) {
        this.keyword = keyword;
    }

    @Override
    public String keyword() {
        return keyword;
    }
}
