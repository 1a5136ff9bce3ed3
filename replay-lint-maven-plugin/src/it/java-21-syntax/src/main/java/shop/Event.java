package shop;

/** What can happen to an order. */
public sealed interface Event {

    record Placed(String id, Money price) implements Event {}

    record Cancelled(String id, String reason) implements Event {}

    record Money(long cents, String currency) {}
}
