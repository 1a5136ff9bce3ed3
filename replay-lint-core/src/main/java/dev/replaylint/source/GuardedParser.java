package dev.replaylint.source;

import com.github.javaparser.JavaParser;
import com.github.javaparser.ParseResult;
import com.github.javaparser.ParserConfiguration;
import com.github.javaparser.ParserConfiguration.LanguageLevel;
import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.Node.Parsedness;
import java.util.Optional;

/** Parses one file, or says why not. A tree with any problem is not used: partial trees lose statements without a word. */
final class GuardedParser {

    /** Block lambdas are exponential to parse: 15 deep take a second, 30 for ever. Real code has at most 4. */
    private static final int DEEPEST_LAMBDAS = 8;

    /** The deepest nesting of brackets in 44,149 real files is 103. */
    private static final int DEEPEST_BRACKETS = 500;

    private final JavaParser parser;

    GuardedParser() {
        ParserConfiguration configuration = new ParserConfiguration()
                .setLanguageLevel(LanguageLevel.BLEEDING_EDGE)
                // Attribution of comments takes quadratic time; without it they are still in the result.
                .setAttributeComments(false)
                // Else `ctx.st` with an escaped `e` and `p` is a call of a method with a backslash in its name.
                .setPreprocessUnicodeEscapes(true);
        // Validators by reflection: 40 % of the time, and errors on code that javac accepts. The first one undoes the
        // escapes.
        configuration
                .getProcessors()
                .subList(1, configuration.getProcessors().size())
                .clear();
        parser = new JavaParser(configuration);
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
        if (nesting.blockLambdas() > DEEPEST_LAMBDAS || nesting.brackets() > DEEPEST_BRACKETS) {
            throw new Unparsable(
                    0,
                    "is nested too deeply to be parsed (" + nesting.blockLambdas() + " block lambdas, "
                            + nesting.brackets() + " brackets)");
        }
        ParseResult<CompilationUnit> result;
        try {
            result = parser.parse(text);
        } catch (StackOverflowError e) {
            throw new Unparsable(0, "is nested too deeply to be parsed");
        }
        Optional<CompilationUnit> unit = result.getResult();
        if (!result.isSuccessful() || unit.isEmpty() || unit.get().getParsed() != Parsedness.PARSED) {
            throw unparsable(result);
        }
        dropTokens(unit.get());
        return unit.get();
    }

    private static Unparsable unparsable(ParseResult<CompilationUnit> result) {
        return result.getProblems().stream()
                .findFirst()
                .map(p -> new Unparsable(
                        p.getLocation()
                                .flatMap(l -> l.getBegin().getRange())
                                .map(r -> r.begin.line)
                                .orElse(0),
                        "cannot be parsed: " + firstLine(p.getMessage())))
                .orElseGet(() -> new Unparsable(0, "cannot be parsed"));
    }

    private static String firstLine(String message) {
        String line = message.lines().findFirst().orElse("");
        int detail = line.indexOf(", expected one of");
        String shown = (detail < 0 ? line : line.substring(0, detail)).replaceFirst("^Parse error. Found", "found");
        String stripped = shown.strip().replaceAll("\\s+", " ");
        return stripped.length() > 120 ? stripped.substring(0, 120) : stripped;
    }

    /** Tokens are two thirds of a tree's memory; positions stay. */
    private static void dropTokens(CompilationUnit unit) {
        unit.walk(node -> {
            var range = node.getRange().orElse(null);
            node.setTokenRange(null);
            if (range != null) {
                node.setRange(range);
            }
        });
    }

    /** Removes code that has been lowered; declarations stay. */
    static void dropCode(Node unit) {
        unit.findAll(com.github.javaparser.ast.body.MethodDeclaration.class)
                .forEach(m -> m.getBody().ifPresent(b -> b.getStatements().clear()));
        unit.findAll(com.github.javaparser.ast.body.ConstructorDeclaration.class)
                .forEach(c -> c.getBody().getStatements().clear());
    }
}
