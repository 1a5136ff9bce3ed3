package dev.replaylint.source.lowering;

import com.github.javaparser.Position;
import com.github.javaparser.ast.Node;
import dev.replaylint.program.Body;
import dev.replaylint.program.Location;
import dev.replaylint.program.MethodKey;
import dev.replaylint.program.type.ClassHeader;
import dev.replaylint.program.type.ClassIndex;
import dev.replaylint.program.type.JavaType.ClassType;
import dev.replaylint.source.attribution.Attribution;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** One source file being lowered: its attribution, and the bodies found so far. */
final class Unit {

    final Attribution attribution;
    final ClassIndex types;
    final LastResort lastResort;

    private final String file;
    private final Map<MethodKey, Body> bodies = new LinkedHashMap<>();
    private final Map<String, ClassScope> localClasses = new LinkedHashMap<>();
    private final Map<String, Integer> lambdas = new LinkedHashMap<>();

    Unit(String file, Attribution attribution, ClassIndex types, LastResort lastResort) {
        this.lastResort = lastResort;
        this.file = file;
        this.attribution = attribution;
        this.types = types;
    }

    Map<MethodKey, Body> bodies() {
        return bodies;
    }

    /** Keeps a body; the first of two with one key wins, as for the second copy of a {@code finally} block. */
    void add(Body body) {
        bodies.putIfAbsent(body.key(), body);
    }

    /** Scopes of the local and anonymous classes met so far, by binary name. */
    Map<String, ClassScope> localClasses() {
        return localClasses;
    }

    int nextLambda(String owner) {
        return lambdas.merge(owner, 1, Integer::sum) - 1;
    }

    Location at(Node node) {
        Position begin = node.getBegin().orElse(Position.HOME);
        return new Location(file, begin.line, begin.column);
    }

    /** Whether {@code name} is {@code supertype} or below it, as far as headers are found. */
    boolean isSubtype(String name, String supertype) {
        Set<String> seen = new HashSet<>();
        Deque<String> open = new ArrayDeque<>(Set.of(name));
        while (!open.isEmpty()) {
            String next = open.poll();
            if (next.equals(supertype)) {
                return true;
            }
            if (seen.add(next)) {
                types.find(next)
                        .map(ClassHeader::supertypes)
                        .ifPresent(s -> s.stream().map(ClassType::name).forEach(open::add));
            }
        }
        return false;
    }
}
