package seeded;

import java.util.List;

/** People of whom one wins. */
public record Lottery(String id, long seed, List<String> people) {}
