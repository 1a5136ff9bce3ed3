package shop;

/** Computes prices. */
final class PriceService {

    String quote(Order order) {
        return order.id() + ":" + order.cents();
    }
}
