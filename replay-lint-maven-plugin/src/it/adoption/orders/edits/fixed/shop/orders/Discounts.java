package shop.orders;

/** What orders cost less. */
final class Discounts {

    private static final double MOST = 0.3;

    private Discounts() {}

    static double of(String order) {
        // replay-lint: allow random-value: marketing wants another discount on every attempt
        return order.startsWith("gift") ? MOST : order.length() / 1000.0;
    }
}
