package dev.replaylint.source;

import com.github.javaparser.JavaParser;
import com.github.javaparser.JavaToken;
import com.github.javaparser.ParseResult;
import com.github.javaparser.ParserConfiguration;
import com.github.javaparser.ParserConfiguration.LanguageLevel;
import com.github.javaparser.Position;
import com.github.javaparser.Problem;
import com.github.javaparser.Range;
import com.github.javaparser.TokenRange;
import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.Node.Parsedness;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.ConstructorDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.expr.Name;
import com.github.javaparser.ast.expr.SimpleName;
import com.github.javaparser.ast.stmt.BlockStmt;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Parses one file, or says why not. A tree with any problem is not used: partial trees lose statements without a word. */
final class GuardedParser {

    /** Block lambdas are exponential to parse: 15 deep take a second, 30 for ever. Real code has at most 4. */
    private static final int DEEPEST_LAMBDAS = 8;

    /** Anonymous classes are exponential, too: 60 deep do not end, 12 deep do. No file in 8 million foreign lines is deeper. */
    private static final int DEEPEST_BODIES = 12;

    /** The deepest nesting of brackets in 44,149 real files is 103. */
    private static final int DEEPEST_BRACKETS = 500;

    /** For a small file; the slowest of 44,149 real files took 3 seconds. */
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private static final int CHARACTERS_PER_SECOND = 100_000;

    private static final Pattern LEXICAL =
            Pattern.compile("^Lexical error at line (\\d+), column \\d+\\.\\s+Encountered:");

    private final ParserConfiguration configuration;
    private final TimeLimit limit = new TimeLimit();

    GuardedParser() {
        configuration = new ParserConfiguration()
                .setLanguageLevel(LanguageLevel.BLEEDING_EDGE)
                // Attribution of comments takes quadratic time; without it they are still in the result.
                .setAttributeComments(false);
        // Validators by reflection: 40 % of the time, and errors on code that javac accepts.
        configuration.getProcessors().removeIf(p -> true);
    }

    /** A file that cannot be parsed. */
    static final class Unparsable extends Exception {
        private static final long serialVersionUID = 1L;

        private final int line;

        Unparsable(int line, String reason) {
            super(reason);
            this.line = line;
        }

        /** 1-based; 0 if unknown. */
        int line() {
            return line;
        }

        String reason() {
            return String.valueOf(getMessage());
        }
    }

    CompilationUnit parse(String text, Outline.Nesting nesting) throws Unparsable {
        if (nesting.blockLambdas() > DEEPEST_LAMBDAS
                || nesting.bodies() > DEEPEST_BODIES
                || nesting.brackets() > DEEPEST_BRACKETS) {
            throw new Unparsable(
                    0,
                    "is nested too deeply to be parsed (" + nesting.blockLambdas() + " block lambdas, "
                            + nesting.bodies() + " with anonymous classes, " + nesting.brackets()
                            + " brackets); move code into methods");
        }
        // Else `ctx.st` with an escaped `e` and `p` is a call of a method with a backslash in its name.
        UnicodeEscapes escapes = UnicodeEscapes.in(text);
        try {
            return parse(escapes);
        } catch (Unparsable e) {
            throw new Unparsable(escapes.line(e.line()), e.reason());
        }
    }

    private CompilationUnit parse(UnicodeEscapes escapes) throws Unparsable {
        LocalEnums enums = new LocalEnums(escapes.translated());
        ParseResult<CompilationUnit> result = parse(escapes.translated());
        while (!result.isSuccessful() && enums.cut(result.getProblems())) {
            result = parse(enums.rest());
        }
        CompilationUnit unit = whole(result);
        enums.putInto(unit, new JavaParser(configuration));
        if (!Tokens.isVisible(escapes.translated())) {
            nameVisibly(unit);
        }
        dropTokens(unit, escapes);
        return unit;
    }

    /** To a compiler a name is the same with and without the characters in it that are not seen (JLS 3.8). */
    private static void nameVisibly(CompilationUnit unit) {
        unit.walk(SimpleName.class, n -> n.setIdentifier(Tokens.visible(n.getIdentifier())));
        unit.walk(Name.class, n -> n.setIdentifier(Tokens.visible(n.getIdentifier())));
    }

    /** A parser is left to a file that never ends. */
    private ParseResult<CompilationUnit> parse(String text) throws Unparsable {
        try {
            return limit.call(
                    () -> new JavaParser(configuration).parse(text),
                    LIMIT.plusSeconds(text.length() / CHARACTERS_PER_SECOND));
        } catch (TimeLimit.Exceeded e) {
            throw new Unparsable(0, e.reason());
        } catch (StackOverflowError e) {
            throw new Unparsable(0, "is nested too deeply to be parsed");
        } catch (RuntimeException | AssertionError e) {
            throw new Unparsable(0, "cannot be parsed: " + e.getClass().getSimpleName());
        }
    }

    private static CompilationUnit whole(ParseResult<CompilationUnit> result) throws Unparsable {
        Optional<CompilationUnit> unit = result.getResult();
        if (!result.isSuccessful() || unit.isEmpty() || unit.get().getParsed() != Parsedness.PARSED) {
            throw unparsable(result);
        }
        return unit.get();
    }

    private static Unparsable unparsable(ParseResult<CompilationUnit> result) {
        return result.getProblems().stream()
                .findFirst()
                .map(p -> new Unparsable(line(p), "cannot be parsed: " + firstLine(p.getMessage())))
                .orElseGet(() -> new Unparsable(0, "cannot be parsed"));
    }

    /** Of characters that are no token the line stands in the message; else a problem is located at the last token before it. */
    private static int line(Problem problem) {
        Matcher lexical = LEXICAL.matcher(problem.getMessage());
        if (lexical.find()) {
            return Integer.parseInt(lexical.group(1));
        }
        return problem.getLocation()
                .map(TokenRange::getBegin)
                .map(GuardedParser::next)
                .flatMap(JavaToken::getRange)
                .map(r -> r.begin.line)
                .orElse(0);
    }

    private static JavaToken next(JavaToken last) {
        Optional<JavaToken> next = last.getNextToken();
        while (next.isPresent() && next.get().getCategory().isWhitespaceOrComment()) {
            next = next.get().getNextToken();
        }
        return next.orElse(last);
    }

    private static String firstLine(String message) {
        String line = message.lines().findFirst().orElse("");
        int detail = line.indexOf(", expected one of");
        String shown = (detail < 0 ? line : line.substring(0, detail)).replaceFirst("^Parse error. Found", "found");
        String stripped = LEXICAL.matcher(shown).replaceFirst("found").strip().replaceAll("\\s+", " ");
        return stripped.length() > 120 ? stripped.substring(0, 120) : stripped;
    }

    /** Tokens are two thirds of a tree's memory; positions stay. */
    private static void dropTokens(CompilationUnit unit, UnicodeEscapes escapes) {
        Deque<Node> open = new ArrayDeque<>(List.of(unit));
        while (!open.isEmpty()) {
            Node node = open.pop();
            Optional<Range> range = node.getRange();
            node.setTokenRange(null);
            range.ifPresent(r -> node.setRange(range(r, escapes)));
            open.addAll(node.getChildNodes());
        }
    }

    private static Range range(Range range, UnicodeEscapes escapes) {
        Position begin = line(range.begin, escapes);
        Position end = line(range.end, escapes);
        return begin == range.begin && end == range.end ? range : new Range(begin, end);
    }

    private static Position line(Position position, UnicodeEscapes escapes) {
        int line = escapes.line(position.line);
        return line == position.line ? position : new Position(line, position.column);
    }

    /** Removes code that has been lowered; declarations stay. */
    static void dropCode(CompilationUnit unit) {
        unit.getTypes().forEach(GuardedParser::dropCode);
    }

    private static void dropCode(BodyDeclaration<?> member) {
        if (member instanceof TypeDeclaration<?> type) {
            type.getMembers().forEach(GuardedParser::dropCode);
        } else if (member instanceof MethodDeclaration method) {
            method.getBody().ifPresent(b -> method.setBody(new BlockStmt()));
        } else if (member instanceof ConstructorDeclaration constructor) {
            constructor.setBody(new BlockStmt());
        }
    }
}
