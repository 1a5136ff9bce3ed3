package shop.prices;

import java.time.Instant;

/** Makes quotes. */
public final class Quotes {

    private Quotes() {}

    public static String quote(String order) {
        return order + "/" + Instant.now();
    }
}
