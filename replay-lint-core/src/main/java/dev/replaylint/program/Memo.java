package dev.replaylint.program;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * A function that remembers its answers; used by one thread. Unlike {@link Map#computeIfAbsent}, finding an answer may ask for another.
 *
 * <p>There is one of it for all questions, so that just-in-time compilers see many functions here and do not copy what finds an answer
 * into everything that asks: short runs are spent with compiling as much as with running.
 *
 * @param <K> the questions, with {@code equals}
 * @param <V> the answers
 */
public final class Memo<K, V> {

    private final Map<K, V> known = new HashMap<>();
    private final Function<? super K, ? extends V> find;

    /** Remembers what {@code find} answers; it never answers null. */
    public Memo(Function<? super K, ? extends V> find) {
        this.find = find;
    }

    /** The answer, found when it is asked for first. */
    public V get(K key) {
        V answer = known.get(key);
        return answer != null ? answer : find(key);
    }

    /** The answer; asked for while it is being found, in a loop or recursion, it is this one. */
    public V get(K key, V meanwhile) {
        V answer = known.putIfAbsent(key, meanwhile);
        return answer != null ? answer : find(key);
    }

    private V find(K key) {
        V answer = find.apply(key);
        known.put(key, answer);
        return answer;
    }
}
