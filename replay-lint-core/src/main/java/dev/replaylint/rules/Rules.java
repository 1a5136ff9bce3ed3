package dev.replaylint.rules;

import dev.replaylint.rule.Rule;
import dev.replaylint.rule.RuleInfo;
import java.util.List;

/** The list of rules, by name. */
public final class Rules {

    private static final List<Rule> ALL = List.of(
            new AnyOf(),
            new CapturedWrite(),
            new DuplicateOperationName(),
            new EnvironmentRead(),
            new EscapedContext(),
            new InvalidOperationName(),
            new IoOutsideStep(),
            new MutableState(),
            new NestedOperation(),
            new RandomValue(),
            new ReplayLogging(),
            new ReplayingBranch(),
            new ThreadUse(),
            new UnjoinedOperation(),
            new UnnamedOperation(),
            new UnorderedIteration(),
            new UnstableOperationName(),
            new WallClock());

    private Rules() {}

    public static List<Rule> all() {
        return ALL;
    }

    public static List<RuleInfo> infos() {
        return ALL.stream().map(Rule::info).toList();
    }
}
