package com.acme.ids;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Makes identifiers. */
public final class Ids {

    private Ids() {}

    /** Another one on every call. */
    public static String fresh() {
        return UUID.randomUUID().toString();
    }

    /** The same one for the same text. */
    public static String of(String text) {
        return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
