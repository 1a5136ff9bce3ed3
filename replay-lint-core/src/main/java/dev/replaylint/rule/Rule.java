package dev.replaylint.rule;

/** Finds one kind of thing that goes wrong on replay. Rules have no state and may run in any order. */
public interface Rule {

    RuleInfo info();

    /** Asks the context's model, and reports to the context. */
    void check(RuleContext context);
}
