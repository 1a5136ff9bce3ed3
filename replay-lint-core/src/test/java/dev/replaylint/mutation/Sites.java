package dev.replaylint.mutation;

import com.github.javaparser.JavaParser;
import com.github.javaparser.ParserConfiguration;
import com.github.javaparser.Position;
import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.expr.ClassExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.StringLiteralExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.ForEachStmt;
import com.github.javaparser.ast.stmt.ForStmt;
import com.github.javaparser.ast.stmt.IfStmt;
import com.github.javaparser.ast.stmt.ReturnStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.ThrowStmt;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Where a unit can be changed: its replayed bodies and the operations in them. */
final class Sites {

    private static final Set<String> STEPS = Set.of(
            "step",
            "stepAsync",
            "waitForCallback",
            "waitForCallbackAsync",
            "waitForCondition",
            "waitForConditionAsync");
    private static final Set<String> CHILDREN = Set.of(
            "runInChildContext", "runInChildContextAsync", "map", "mapAsync", "branch", "withRetry", "withRetryAsync");
    private static final Set<String> PLAIN =
            Set.of("wait", "waitAsync", "invoke", "invokeAsync", "createCallback", "parallel");

    private final List<Site> statements = new ArrayList<>();
    private final List<OperationSite> operations = new ArrayList<>();

    private Sites() {}

    static Sites of(CleanUnit unit) {
        Sites sites = new Sites();
        Map<String, CompilationUnit> trees = new TreeMap<>();
        unit.files().forEach((name, text) -> trees.put(name, parse(text)));
        Set<String> repeated = repeated(trees.values());
        trees.forEach(
                (name, tree) -> sites.read(new Positions(name, unit.files().get(name)), tree, repeated));
        return sites;
    }

    /** Names of methods that are called more than once, or in a loop: what is put into them is there more than once, too. */
    private static Set<String> repeated(Collection<CompilationUnit> trees) {
        Set<String> called = new HashSet<>();
        Set<String> repeated = new HashSet<>();
        for (CompilationUnit tree : trees) {
            for (MethodCallExpr call : tree.findAll(MethodCallExpr.class)) {
                boolean inLoop = call.findAncestor(ForEachStmt.class).isPresent()
                        || call.findAncestor(ForStmt.class).isPresent();
                if (inLoop || !called.add(call.getNameAsString())) {
                    repeated.add(call.getNameAsString());
                }
            }
        }
        return repeated;
    }

    /** Where statements can be put. */
    List<Site> statements() {
        return statements;
    }

    /** The operations that are called on a context that has a name. */
    List<OperationSite> operations() {
        return operations;
    }

    private void read(Positions positions, CompilationUnit unit, Set<String> repeated) {
        Map<BlockStmt, String> bodies = new LinkedHashMap<>();
        for (MethodDeclaration method : unit.findAll(MethodDeclaration.class)) {
            if (!repeated.contains(method.getNameAsString())) {
                context(method).ifPresent(c -> method.getBody().ifPresent(b -> bodies.put(b, c)));
            }
        }
        for (MethodCallExpr call : unit.findAll(MethodCallExpr.class)) {
            lambda(call).filter(l -> CHILDREN.contains(call.getNameAsString())).ifPresent(l -> {
                if (l.getBody() instanceof BlockStmt block) {
                    bodies.put(
                            block,
                            l.getParameters().get(l.getParameters().size() - 1).getNameAsString());
                }
            });
        }
        bodies.forEach((body, context) -> statements(body, context, positions));
    }

    private static CompilationUnit parse(String text) {
        return new JavaParser(new ParserConfiguration()
                        .setLanguageLevel(ParserConfiguration.LanguageLevel.JAVA_21)
                        .setTabSize(1))
                .parse(text)
                .getResult()
                .orElseThrow();
    }

    private static Optional<String> context(MethodDeclaration method) {
        return method.getParameters().stream()
                .filter(p -> p.getTypeAsString().equals("DurableContext"))
                .map(Parameter::getNameAsString)
                .findFirst();
    }

    private static Optional<LambdaExpr> lambda(MethodCallExpr call) {
        return call.getArguments().stream()
                .filter(Expression::isLambdaExpr)
                .map(Expression::asLambdaExpr)
                .findFirst();
    }

    /** The statements of a block and of the branches in it, but not of loops and of {@code try}: there, more is wrong with an operation. */
    private void statements(BlockStmt block, String context, Positions positions) {
        for (Statement statement : block.getStatements()) {
            Site site = positions.site(statement, context);
            statements.add(site);
            operations(statement, site, positions);
            if (statement instanceof IfStmt branch) {
                branches(branch, context, positions);
            }
        }
    }

    private void branches(IfStmt branch, String context, Positions positions) {
        if (branch.getThenStmt() instanceof BlockStmt block) {
            statements(block, context, positions);
        }
        branch.getElseStmt()
                .filter(BlockStmt.class::isInstance)
                .ifPresent(b -> statements(b.asBlockStmt(), context, positions));
    }

    private void operations(Statement statement, Site site, Positions positions) {
        if (statement instanceof IfStmt) {
            return;
        }
        for (MethodCallExpr call : statement.findAll(MethodCallExpr.class)) {
            boolean ofContext = call.getScope()
                    .filter(s -> s instanceof NameExpr n && n.getNameAsString().equals(site.context()))
                    .isPresent();
            boolean inLambda = call.findAncestor(LambdaExpr.class)
                    .filter(l -> statement.isAncestorOf(l))
                    .isPresent();
            if (ofContext && !inLambda && isOperation(call)) {
                operations.add(positions.operation(call, statement, site));
            }
        }
    }

    private static boolean isOperation(MethodCallExpr call) {
        String name = call.getNameAsString();
        return call.getArguments().size() > 1
                && (STEPS.contains(name) || CHILDREN.contains(name) || PLAIN.contains(name));
    }

    /** Offsets of what is in one text. */
    private static final class Positions {
        private final String file;
        private final List<Integer> lines = new ArrayList<>(List.of(0));

        Positions(String file, String text) {
            this.file = file;
            for (int i = 0; i < text.length(); i++) {
                if (text.charAt(i) == '\n') {
                    lines.add(i + 1);
                }
            }
        }

        private int offset(Position position) {
            return lines.get(position.line - 1) + position.column - 1;
        }

        OperationSite.Range range(Node node) {
            return new OperationSite.Range(
                    offset(node.getBegin().orElseThrow()), offset(node.getEnd().orElseThrow()) + 1);
        }

        @SuppressWarnings("rawtypes")
        Site site(Statement statement, String context) {
            TypeDeclaration<?> type =
                    statement.findAncestor(TypeDeclaration.class).orElseThrow();
            boolean isStatic = statement
                    .findAncestor(CallableDeclaration.class)
                    .filter(c -> ((CallableDeclaration<?>) c).isStatic())
                    .isPresent();
            boolean anonymous = statement.findAncestor(ObjectCreationExpr.class).isPresent();
            boolean leaves = statement instanceof ReturnStmt || statement instanceof ThrowStmt;
            return new Site(
                    file,
                    range(statement).from(),
                    context,
                    range(type).to() - 1,
                    type.getNameAsString(),
                    !isStatic
                            && !anonymous
                            && type.isClassOrInterfaceDeclaration()
                            && !type.asClassOrInterfaceDeclaration().isInterface(),
                    leaves);
        }

        OperationSite operation(MethodCallExpr call, Statement statement, Site site) {
            boolean whole = statement instanceof ExpressionStmt e && e.getExpression() == call;
            return new OperationSite(
                    site,
                    call.getNameAsString(),
                    range(call),
                    range(call.getScope().orElseThrow()),
                    range(call.getArgument(0)),
                    call.getArgument(0) instanceof StringLiteralExpr,
                    call.getArguments().stream()
                            .filter(ClassExpr.class::isInstance)
                            .map(a -> a.asClassExpr().getTypeAsString())
                            .findFirst(),
                    lambda(call).map(this::function),
                    whole ? Optional.of(range(statement)) : Optional.empty());
        }

        private OperationSite.Function function(LambdaExpr lambda) {
            OperationSite.Range whole = range(lambda);
            OperationSite.Range body = range(lambda.getBody());
            int end = lambda.getExpressionBody().isPresent()
                    ? range(lambda.getExpressionBody().get()).to()
                    : body.to();
            List<String> names = lambda.getParameters().stream()
                    .map(Parameter::getNameAsString)
                    .toList();
            return new OperationSite.Function(
                    whole,
                    new OperationSite.Range(whole.from(), body.from()),
                    names,
                    new OperationSite.Range(body.from(), end),
                    lambda.getBody() instanceof BlockStmt);
        }
    }
}
