package dev.replaylint.program;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A basic block while a body is being built. Front ends only create and pass blocks; {@link BodyBuilder} fills them. */
public final class Block {

    final int number;
    final boolean loopHeader;
    List<Block> successors = new ArrayList<>(2);
    List<Block> predecessors = new ArrayList<>(2);
    /** Edges to handlers, taken when something in this block (or on entry to the range) throws. */
    List<Block> exceptional = new ArrayList<>(0);

    List<Site> sites = new ArrayList<>();
    Map<Object, Value> definitions = new HashMap<>();
    /** Of a loop header: what its last predecessors will tell. */
    Map<Object, Value.Join> openJoins;

    List<Value.Join> joins = new ArrayList<>(0);
    List<TryRange> tries = List.of();
    /** Monitors entered (true) and left (false) in this block, with the number of sites before. */
    List<MonitorChange> monitorChanges = new ArrayList<>(0);

    Optional<Value> condition = Optional.empty();
    Optional<Location> decidedAt = Optional.empty();
    /** Of a switch, what each successor is chosen by; empty if that is not known. */
    List<Set<CaseLabel>> labels = List.of();

    boolean sealed;
    boolean ended;

    Block(int number, boolean loopHeader) {
        this.number = number;
        this.loopHeader = loopHeader;
        this.openJoins = loopHeader ? new LinkedHashMap<>() : Map.of();
    }

    /** An edge to a block that this one goes to if nothing throws. All those of a block are added one after the other. */
    void connect(Block target) {
        List<Block> known = target.predecessors;
        boolean twice = !known.isEmpty() && known.get(known.size() - 1) == this;
        if (!twice && !exceptional.contains(target)) {
            known.add(this);
        }
        successors.add(target);
    }

    /** An edge to a handler. */
    void connectExceptionally(Block handler) {
        if (exceptional.contains(handler)) {
            return;
        }
        if (!successors.contains(handler)) {
            handler.predecessors.add(this);
        }
        exceptional.add(handler);
    }

    /** Whether what this block throws goes to the handler: a block that only leads into a range has an edge to it as well. */
    boolean isProtectedBy(Block handler) {
        return tries.stream().flatMap(t -> t.handlers().stream()).anyMatch(h -> h.startsAt(handler));
    }

    /** Drops what only the building needed, and keeps the rest small: there are many blocks. */
    void finish() {
        successors = List.copyOf(successors);
        exceptional = List.copyOf(exceptional);
        sites = List.copyOf(sites);
        monitorChanges = List.copyOf(monitorChanges);
        definitions = Map.of();
        openJoins = Map.of();
        joins = List.of();
        predecessors = List.of();
    }

    record MonitorChange(int sitesBefore, Value monitor, boolean entered) {}

    @Override
    public String toString() {
        return "block " + number;
    }
}
