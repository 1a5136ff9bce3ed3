package dev.replaylint.catalog;

import dev.replaylint.program.MethodKey;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A hierarchy for tests: the platform's types as they are, and others as a test declares them. */
final class KnownTypes implements Hierarchy {

    private final Map<String, List<String>> supertypes = new HashMap<>();
    private final Map<String, Set<String>> members = new HashMap<>();
    private final Map<String, List<String>> annotations = new HashMap<>();

    /** Declares a type with its direct supertypes, nearest first. */
    KnownTypes extending(String type, String... direct) {
        supertypes.put(type, List.of(direct));
        return this;
    }

    /** Declares methods of a type, by name. */
    KnownTypes declaring(String type, String... names) {
        members.put(type, Set.of(names));
        return this;
    }

    /** Puts annotations on a type, or on a method given as {@code type#name}. */
    KnownTypes annotating(String typeOrMethod, String... names) {
        annotations.put(typeOrMethod, List.of(names));
        return this;
    }

    @Override
    public Set<String> supertypes(String type) {
        Set<String> found = new LinkedHashSet<>();
        Deque<String> open = new ArrayDeque<>(List.of(type));
        while (!open.isEmpty()) {
            String next = open.poll();
            if (found.add(next)) {
                open.addAll(direct(next));
            }
        }
        return found;
    }

    @Override
    public boolean declares(String type, MethodKey method) {
        return members.getOrDefault(type, Set.of()).contains(method.name())
                || platform(type)
                        .flatMap(c -> Arrays.stream(c.getDeclaredMethods()))
                        .anyMatch(m -> m.getName().equals(method.name()) && m.getParameterCount() == method.arity());
    }

    @Override
    public List<String> annotations(String type, MethodKey method) {
        return Stream.of(type, type + "#" + method.name())
                .flatMap(key -> annotations.getOrDefault(key, List.of()).stream())
                .toList();
    }

    @Override
    public Set<String> annotations(String type) {
        return annotations.keySet().stream()
                .filter(key -> key.equals(type) || key.startsWith(type + "#"))
                .flatMap(key -> annotations.get(key).stream())
                .collect(Collectors.toSet());
    }

    private List<String> direct(String type) {
        List<String> declared = supertypes.get(type);
        if (declared != null) {
            return declared;
        }
        return platform(type)
                .flatMap(c -> Stream.concat(Stream.ofNullable(c.getSuperclass()), Arrays.stream(c.getInterfaces())))
                .map(Class::getName)
                .toList();
    }

    private static Stream<Class<?>> platform(String type) {
        try {
            return Stream.of(Class.forName(type, false, ClassLoader.getPlatformClassLoader()));
        } catch (ClassNotFoundException notOfThePlatform) {
            return Stream.empty();
        }
    }
}
