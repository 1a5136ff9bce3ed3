package shop;

final class Labels {

    static String of(Order order) {
        return "label " + order.id(;
    }
}
