package dev.replaylint.program;

import java.util.List;
import java.util.stream.Stream;

/** The code of a method, constructor, initializer or lambda: flat sites in program order. Immutable once built. */
public final class Body {

    private final MethodKey key;
    private final BodyShape shape;
    private final List<Site> sites;
    private final ControlFlow flow;

    Body(MethodKey key, BodyShape shape, List<Block> blocks) {
        this.key = key;
        this.shape = shape;
        this.sites = blocks.stream().flatMap(b -> b.sites.stream()).toList();
        this.flow = new ControlFlow(blocks);
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

    /** In which order the sites can run. */
    public ControlFlow flow() {
        return flow;
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
