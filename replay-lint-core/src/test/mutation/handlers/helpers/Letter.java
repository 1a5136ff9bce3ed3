package helpers;

import java.time.LocalDate;
import java.time.ZoneOffset;

/** A letter to be sent. */
public record Letter(String to, String text) {
    String stamped() {
        return text + " " + LocalDate.now(ZoneOffset.UTC);
    }
}
