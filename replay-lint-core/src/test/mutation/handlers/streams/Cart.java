package streams;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What somebody buys. */
public record Cart(String id, List<Line> lines) {
    /** Some pieces of one article. */
    public record Line(String sku, int pieces, long cents) {}

    Map<String, List<Line>> bySku() {
        return lines.stream().collect(Collectors.groupingBy(Line::sku, TreeMap::new, Collectors.toList()));
    }

    long total() {
        return lines.stream().mapToLong(l -> l.pieces() * l.cents()).sum();
    }
}
