package dev.replaylint.manifest;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is recorded of a module's operations.
 *
 * @param handlers the operations of each handler that has any, in the order of the code, by the handler's name
 * @param retired what was changed although running executions depended on it, oldest first, by the handler's name
 */
public record Manifest(SortedMap<String, List<Entry>> handlers, SortedMap<String, List<Retired>> retired) {

    /** Of no module at all. */
    public static final Manifest EMPTY = new Manifest(new TreeMap<>(), new TreeMap<>());

    public Manifest {
        handlers = copy(handlers);
        retired = copy(retired);
    }

    private static <T> SortedMap<String, List<T>> copy(SortedMap<String, List<T>> lists) {
        SortedMap<String, List<T>> copies = new TreeMap<>();
        lists.forEach((name, list) -> copies.put(name, List.copyOf(list)));
        return Collections.unmodifiableSortedMap(copies);
    }

    /**
     * A change that running executions depended on.
     *
     * @param what {@code renamed step charge-card to charge}
     * @param reason why it was accepted, in the words of who accepted it
     */
    public record Retired(String what, String reason) {}
}
