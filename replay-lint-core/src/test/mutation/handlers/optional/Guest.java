package optional;

import java.util.Optional;

/** Somebody who stays. */
public record Guest(String name, String wish) {
    Optional<String> wished() {
        return Optional.ofNullable(wish).filter(w -> !w.isBlank());
    }
}
