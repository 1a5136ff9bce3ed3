package dev.replaylint.report;

import java.util.List;

/**
 * What the analysis saw, so that "no findings" can be told from "nothing looked at".
 *
 * @param handlers entry points: handlers and functions that receive a durable context
 * @param operations durable operations at distinct places
 * @param files files of the project
 * @param filesRead files of them that handlers reach and that were read whole
 * @param libraryMethods methods of libraries that were entered
 * @param resolvedCalls calls in replayed or checkpointed code with a known target
 * @param assumedCalls calls matched by receiver type and name only
 * @param unresolvedCalls calls whose target stayed unknown
 * @param unresolved the unresolved calls as {@code file:line name}, sorted
 */
public record Coverage(
        int handlers,
        int operations,
        int files,
        int filesRead,
        int libraryMethods,
        int resolvedCalls,
        int assumedCalls,
        int unresolvedCalls,
        List<String> unresolved) {

    public Coverage {
        unresolved = List.copyOf(unresolved);
    }
}
