package dev.replaylint.source.lowering;

import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.PatternExpr;
import com.github.javaparser.ast.expr.SwitchExpr;
import com.github.javaparser.ast.nodeTypes.SwitchNode;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.SwitchEntry;
import com.github.javaparser.ast.stmt.SwitchStmt;
import dev.replaylint.program.Block;
import dev.replaylint.program.CaseLabel;
import dev.replaylint.program.FieldKey;
import dev.replaylint.program.Value;
import dev.replaylint.source.attribution.ConstantFolding;
import dev.replaylint.source.attribution.FieldRef;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Lowers switch statements and expressions to one branch over all entries; guards branch again. */
final class Switches {

    private final Lowering to;

    Switches(Lowering to) {
        this.to = to;
    }

    void lower(SwitchStmt s) {
        Block end = to.builder.newBlock();
        to.scope.exits.push(Exits.Exit.statement(Optional.empty(), end));
        entries(s, end, Optional.empty());
        to.scope.exits.pop();
        to.builder.enter(end);
    }

    Value value(SwitchExpr e) {
        Object result = to.scope.temporary();
        Block end = to.builder.newBlock();
        to.scope.exits.push(Exits.Exit.switchExpression(end, result));
        entries(e, end, Optional.of(result));
        to.scope.exits.pop();
        to.builder.enter(end);
        return to.builder.read(result);
    }

    void yieldTo(Value value) {
        to.scope
                .exits
                .yieldTarget()
                .ifPresent(index -> to.leaveTo(index, () -> {
                    Exits.Exit exit = to.scope.exits.get(index);
                    to.builder.write(exit.result().orElseThrow(), value);
                    to.builder.jump(exit.breakTo().orElseThrow());
                }));
    }

    private void entries(SwitchNode node, Block end, Optional<Object> result) {
        Value selector = to.expressions.value(node.getSelector());
        List<SwitchEntry> entries = node.getEntries();
        List<Block> starts = new ArrayList<>();
        entries.forEach(e -> starts.add(to.builder.newBlock()));
        boolean total = result.isPresent()
                || entries.stream()
                        .anyMatch(e -> isDefault(e) || e.getLabels().stream().anyMatch(Expression::isPatternExpr));
        List<Block> targets = new ArrayList<>(starts);
        List<Set<CaseLabel>> labels = new ArrayList<>();
        entries.forEach(e -> labels.add(labels(e)));
        if (!total) {
            targets.add(end);
            labels.add(Set.of(CaseLabel.Default.DEFAULT));
        }
        boolean known = labels.stream().noneMatch(Set::isEmpty);
        to.builder.select(selector, targets, known ? labels : List.of(), to.at(node.getSelector()));
        for (int i = 0; i < entries.size(); i++) {
            to.builder.enter(starts.get(i));
            guard(entries.get(i), selector, end);
            entry(entries.get(i), end, result);
        }
    }

    /** What an entry is chosen by; empty if that is not only constants. */
    private Set<CaseLabel> labels(SwitchEntry entry) {
        Set<CaseLabel> labels = new LinkedHashSet<>();
        if (isDefault(entry)) {
            labels.add(CaseLabel.Default.DEFAULT);
        }
        for (Expression label : entry.getLabels()) {
            Optional<CaseLabel> known = label(label);
            if (known.isEmpty()) {
                return Set.of();
            }
            labels.add(known.get());
        }
        return entry.getGuard().isPresent() ? Set.of() : labels;
    }

    private Optional<CaseLabel> label(Expression label) {
        Optional<FieldRef> field = to.unit.attribution.field(label);
        if (field.isPresent() && field.get().constant().isEmpty()) {
            return Optional.of(new CaseLabel.EnumConstant(
                    new FieldKey(field.get().owner(), field.get().name())));
        }
        Optional<Object> constant = field.isPresent() ? field.get().constant() : ConstantFolding.value(label);
        return constant.map(CaseLabel.Constant::new);
    }

    private static boolean isDefault(SwitchEntry entry) {
        return entry.getLabels().isEmpty() || entry.isDefault();
    }

    private void guard(SwitchEntry entry, Value selector, Block end) {
        for (Expression label : entry.getLabels()) {
            if (label instanceof PatternExpr pattern) {
                to.patterns.bind(pattern, selector);
            }
        }
        entry.getGuard().ifPresent(guard -> {
            Block matched = to.builder.newBlock();
            to.conditions.branch(guard, matched, end);
            to.builder.enter(matched);
        });
    }

    private void entry(SwitchEntry entry, Block end, Optional<Object> result) {
        boolean falls = entry.getType() == SwitchEntry.Type.STATEMENT_GROUP;
        for (Statement statement : entry.getStatements()) {
            boolean isResult = entry.getType() == SwitchEntry.Type.EXPRESSION && result.isPresent();
            if (isResult && statement instanceof ExpressionStmt expression) {
                to.builder.write(result.get(), to.expressions.value(expression.getExpression()));
            } else {
                to.statements.lower(statement);
            }
        }
        if (!falls) {
            to.builder.jump(end);
        }
    }
}
