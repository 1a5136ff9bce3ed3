package dev.replaylint.source.lowering;

import com.github.javaparser.ast.Node;
import dev.replaylint.program.Block;
import dev.replaylint.program.BodyBuilder;
import dev.replaylint.program.Location;
import dev.replaylint.program.TryRange;
import java.util.List;

/** The parts that lower one body, and what they share. */
final class Lowering {

    final Unit unit;
    final BodyScope scope;
    final BodyBuilder builder;
    final Expressions expressions;
    final Conditions conditions;
    final Operators operators;
    final Calls calls;
    final Functions functions;
    final Patterns patterns;
    final Statements statements;
    final Switches switches;
    final Tries tries;

    private List<TryRange> protecting = List.of();

    Lowering(Unit unit, BodyScope scope) {
        this.unit = unit;
        this.scope = scope;
        this.builder = scope.builder;
        this.expressions = new Expressions(this);
        this.conditions = new Conditions(this);
        this.operators = new Operators(this);
        this.calls = new Calls(this);
        this.functions = new Functions(this);
        this.patterns = new Patterns(this);
        this.statements = new Statements(this);
        this.switches = new Switches(this);
        this.tries = new Tries(this);
    }

    Location at(Node node) {
        return unit.at(node);
    }

    List<TryRange> protecting() {
        return protecting;
    }

    /** Starts a block that these try ranges protect. */
    void protect(List<TryRange> ranges) {
        protecting = ranges;
        builder.protectedBy(ranges);
        Block next = builder.newBlock();
        builder.enter(next);
    }

    /** Runs the cleanups on the way out to the exit with this index; what follows is unreachable. */
    void leaveTo(int exit, Runnable jump) {
        List<TryRange> before = protecting;
        scope.exits.leaveTo(exit, this::protect);
        jump.run();
        protecting = before;
        builder.protectedBy(before);
    }
}
