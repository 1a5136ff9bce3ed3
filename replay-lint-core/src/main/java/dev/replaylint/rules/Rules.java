package dev.replaylint.rules;

import dev.replaylint.rule.Rule;
import dev.replaylint.rule.RuleInfo;
import java.util.List;

/** The list of rules, by name. */
public final class Rules {

    private static final List<Rule> ALL = List.of(
            new AnyOf(),
            new AtMostOnceRetried(),
            new BroadCatchCompensation(),
            new CallbackWithoutTimeout(),
            new CapturedWrite(),
            new DuplicateOperationName(),
            new EnvironmentRead(),
            new EscapedContext(),
            new FinallyOperation(),
            new InsertedOperation(),
            new InvalidOperationName(),
            new IoOutsideStep(),
            new LargeResult(),
            new LockAroundOperation(),
            new MissingIdempotencyKey(),
            new MutableState(),
            new NestedOperation(),
            new OperationQuota(),
            new PollingLoop(),
            new RandomValue(),
            new RawGenericResult(),
            new RemovedOperation(),
            new RenamedOperation(),
            new ReorderedOperation(),
            new ReplayLogging(),
            new ReplayingBranch(),
            new RetypedOperation(),
            new SeveralEffectsInStep(),
            new ShortDuration(),
            new StaleSuppression(),
            new SwallowedSuspension(),
            new ThreadUse(),
            new UnboundedOperations(),
            new UnboundedRetry(),
            new UncheckedBatchResult(),
            new UnexplainedSuppression(),
            new UnjoinedOperation(),
            new UnnamedOperation(),
            new UnorderedIteration(),
            new UnreachableCatch(),
            new UnrecordedOperation(),
            new UnserializableResult(),
            new UnstableIdempotencyKey(),
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
