package shop.prices;

import java.util.UUID;

/** Prices of another module. */
public final class Quotes {

    private Quotes() {}

    public static String quote(String order) {
        return order + "/" + UUID.randomUUID();
    }
}
