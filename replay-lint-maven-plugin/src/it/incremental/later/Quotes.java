package shop.prices;

/** Prices of another module. */
public final class Quotes {

    private Quotes() {}

    public static String quote(String order) {
        return order + "/42";
    }
}
