package dev.replaylint.durable.suspension;

import dev.replaylint.program.Site;
import java.util.Optional;
import java.util.Set;

/**
 * Where an exception gets to in code that holds it, for one answer to the tests that nobody can look into.
 *
 * @param sites what may run on its way, up to where the exception is thrown on
 * @param lost where code goes on without it, if it does on any way
 * @param goesOn whether it is thrown on, on any way
 */
record Course(Set<Site> sites, Optional<Site> lost, boolean goesOn) {

    /** Whether all ways throw it on. */
    boolean letsGo() {
        return goesOn && lost.isEmpty();
    }
}
