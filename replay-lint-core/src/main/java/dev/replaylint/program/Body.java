package dev.replaylint.program;

import java.util.List;
import java.util.stream.Stream;

/** The code of a method, constructor, initializer or lambda: flat sites in program order. Immutable once built. */
public final class Body {

    private final MethodKey key;
    private final BodyShape shape;
    private final List<Site> sites;

    Body(MethodKey key, BodyShape shape, List<Site> sites) {
        this.key = key;
        this.shape = shape;
        this.sites = List.copyOf(sites);
    }

    public MethodKey key() {
        return key;
    }

    public BodyShape shape() {
        return shape;
    }

    public List<Site> sites() {
        return sites;
    }

    /** The sites of one kind, in program order. */
    public <S extends Site> Stream<S> sites(Class<S> kind) {
        return sites.stream().filter(kind::isInstance).map(kind::cast);
    }

    @Override
    public String toString() {
        return key.toString();
    }
}
