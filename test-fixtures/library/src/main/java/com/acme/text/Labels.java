package com.acme.text;

import java.util.Locale;

/** Makes texts from texts. */
public final class Labels {

    private Labels() {}

    public static String slug(String text) {
        return text.strip().toLowerCase(Locale.ROOT).replace(' ', '-');
    }
}
