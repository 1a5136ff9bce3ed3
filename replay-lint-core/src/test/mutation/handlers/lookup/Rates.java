package lookup;

import java.util.List;
import java.util.Map;

/** Constants in tables with a fixed order. */
final class Rates {
    static final Map<String, Integer> PERCENT = Map.of("DE", 19, "FR", 20, "LU", 17);
    static final List<String> OFFICES = List.of("berlin", "paris", "luxembourg");

    private Rates() {}

    static int of(String code) {
        return PERCENT.getOrDefault(code, 0);
    }
}
