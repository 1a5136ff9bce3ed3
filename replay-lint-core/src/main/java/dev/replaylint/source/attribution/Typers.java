package dev.replaylint.source.attribution;

import dev.replaylint.source.types.FunctionTypes;
import dev.replaylint.source.types.LeastUpperBound;
import dev.replaylint.source.types.Members;
import dev.replaylint.source.types.Subtyping;
import dev.replaylint.source.types.Supertypes;

/** The parts of attribution. Syntax nests everything in everything, so each part reaches the others through this. */
final class Typers {

    final SourceTypes index;
    final TypeNames names;
    final Facts facts = new Facts();
    final Supertypes supertypes;
    final Subtyping subtyping;
    final Members members;
    final FunctionTypes functions;
    final LeastUpperBound bound;
    final NameTyper nameTyper;
    final Overloads overloads;
    final Invocation invocation;
    final CallTyper calls;
    final CreationTyper creations;
    final LambdaTyper lambdas;
    final ReferenceTyper references;
    final PatternTyper patterns;
    final SwitchTyper switches;
    final OperatorTyper operators;
    final ExpressionTyper expressions;
    final StatementTyper statements;
    final MemberTyper memberTyper;

    Typers(SourceTypes index) {
        this.index = index;
        this.names = index.names();
        this.supertypes = new Supertypes(index);
        this.subtyping = new Subtyping(index, supertypes);
        this.members = new Members(index, supertypes);
        this.functions = new FunctionTypes(index, supertypes);
        this.bound = new LeastUpperBound(supertypes);
        this.nameTyper = new NameTyper(this);
        this.overloads = new Overloads(this);
        this.invocation = new Invocation(this);
        this.calls = new CallTyper(this);
        this.creations = new CreationTyper(this);
        this.lambdas = new LambdaTyper(this);
        this.references = new ReferenceTyper(this);
        this.patterns = new PatternTyper(this);
        this.switches = new SwitchTyper(this);
        this.operators = new OperatorTyper(this);
        this.expressions = new ExpressionTyper(this);
        this.statements = new StatementTyper(this);
        this.memberTyper = new MemberTyper(this);
    }
}
