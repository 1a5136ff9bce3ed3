package shop;

/** Computes prices. */
final class PriceService {

    String quote(Order order) {
        System.out.println("quoting " + order.id());
        return order.id() + ":" + order.cents();
    }
}
