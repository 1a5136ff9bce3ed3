package shop.prices;

import java.util.UUID;

/** Makes quotes. */
public final class Quotes {

    private Quotes() {}

    public static String quote(String order) {
        return order + "/" + UUID.randomUUID();
    }
}
