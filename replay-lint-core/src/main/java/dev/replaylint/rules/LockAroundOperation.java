package dev.replaylint.rules;

import dev.replaylint.durable.suspension.HeldLock;
import dev.replaylint.rule.Rule;
import dev.replaylint.rule.RuleContext;
import dev.replaylint.rule.RuleContext.Diagnosis;
import dev.replaylint.rule.RuleInfo;
import dev.replaylint.rule.Severity;

/** Reports operations that may suspend while a lock of the sandbox is held. */
final class LockAroundOperation implements Rule {

    private static final RuleInfo INFO = new RuleInfo(
            "lock-around-operation", Severity.WARNING, "0.1.0", "an operation while a lock of the sandbox is held");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(RuleContext context) {
        for (HeldLock held : context.model().failures().heldLocks()) {
            context.report(
                    held.place().site(),
                    held.place().visit(),
                    held.place().site().location(),
                    held.suspension().way().subList(1, held.suspension().way().size()),
                    diagnosis(held));
        }
    }

    private static Diagnosis diagnosis(HeldLock held) {
        return new Diagnosis(
                Severity.WARNING,
                held.lock(),
                held.lock() + " holds a lock of this sandbox around "
                        + held.suspension().label()
                        + ", which may suspend and go on in another sandbox, where nobody holds it",
                "hold the lock inside a step, or guard the resource by a conditional write in a step;"
                        + " a new step shifts the operations after it in running executions");
    }
}
