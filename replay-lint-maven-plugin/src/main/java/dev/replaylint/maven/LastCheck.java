package dev.replaylint.maven;

import java.io.IOException;
import java.util.Optional;
import org.apache.maven.plugin.logging.Log;

/** The last check of a module, whose result counts for as long as nothing that it depends on has changed. */
final class LastCheck {

    private final CheckInputs inputs;
    private final ResultFile file;
    private final Log log;
    private Optional<String> key = Optional.empty();

    LastCheck(CheckInputs inputs, ResultFile file, Log log) {
        this.inputs = inputs;
        this.file = file;
        this.log = log;
    }

    /** Its result, if it is still the one that an analysis would have. */
    Optional<CheckResult> result() {
        key = key();
        return key.flatMap(file::read);
    }

    /** Replaces it by the result of an analysis that began after {@link #result} was asked for. */
    void replace(CheckResult result) {
        // Somebody may have saved a file meanwhile: nobody knows then which text was analysed.
        if (key.isPresent() && key().equals(key)) {
            try {
                file.write(key.get(), result);
            } catch (IOException e) {
                log.debug("replay-lint: the result cannot be stored", e);
            }
        }
    }

    private Optional<String> key() {
        try {
            return Optional.of(inputs.key());
        } catch (IOException | IllegalArgumentException e) {
            log.debug("replay-lint: whether anything has changed cannot be told", e);
            return Optional.empty();
        }
    }
}
