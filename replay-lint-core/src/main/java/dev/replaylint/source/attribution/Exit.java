package dev.replaylint.source.attribution;

import dev.replaylint.program.type.JavaType;
import java.util.ArrayList;
import java.util.List;

/** Where the values of {@code return} or {@code yield} statements go: what is expected of them, and which types they had. */
final class Exit {

    private final Target target;
    private final List<JavaType> types = new ArrayList<>();

    Exit(Target target) {
        this.target = target;
    }

    Target target() {
        return target;
    }

    void add(JavaType type) {
        types.add(type);
    }

    List<JavaType> types() {
        return types;
    }
}
