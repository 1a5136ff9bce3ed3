package dev.replaylint.program;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A basic block while a body is being built. Front ends only create and pass blocks; {@link BodyBuilder} fills them. */
public final class Block {

    final int number;
    final boolean loopHeader;
    final List<Block> successors = new ArrayList<>();
    final Set<Block> predecessors = new LinkedHashSet<>();
    /** Edges to handlers, taken when something in this block (or on entry to the range) throws. */
    final Set<Block> exceptional = new LinkedHashSet<>();

    final List<Site> sites = new ArrayList<>();
    final Map<Object, Value> definitions = new HashMap<>();
    final Map<Object, Value.Join> openJoins = new LinkedHashMap<>();
    final Map<Value.Join, Object> joins = new LinkedHashMap<>();
    List<TryRange> tries = List.of();
    /** Monitors entered (true) and left (false) in this block, with the number of sites before. */
    final List<MonitorChange> monitorChanges = new ArrayList<>();

    Optional<Value> condition = Optional.empty();
    Optional<Location> decidedAt = Optional.empty();
    boolean sealed;
    boolean ended;

    Block(int number, boolean loopHeader) {
        this.number = number;
        this.loopHeader = loopHeader;
    }

    /** Drops what only the building needed. */
    void finish() {
        definitions.clear();
        openJoins.clear();
        joins.clear();
    }

    record MonitorChange(int sitesBefore, Value monitor, boolean entered) {}

    @Override
    public String toString() {
        return "block " + number;
    }
}
