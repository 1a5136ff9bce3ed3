package kitchens;

/** What is cooked. */
public record Recipe(String dish, int guests) {}
