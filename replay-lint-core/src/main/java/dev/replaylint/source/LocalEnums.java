package dev.replaylint.source;

import com.github.javaparser.JavaParser;
import com.github.javaparser.ParseStart;
import com.github.javaparser.Position;
import com.github.javaparser.Problem;
import com.github.javaparser.Providers;
import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.EnumDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import dev.replaylint.source.GuardedParser.Unparsable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Enums declared in bodies, which JavaParser 3.28.2 takes for variables of a type {@code enum}. They capture nothing, so they are cut
 * out, parsed by themselves, and put among the members of the class around them. Everything keeps its position.
 */
final class LocalEnums {

    /** What stands before the name of an enum, which is where the parser stops understanding. */
    private static final Pattern KEYWORD = Pattern.compile("\\benum\\s+$");

    private static final int LONGEST = 100;

    private final StringBuilder rest;
    private final List<String> enums = new ArrayList<>();

    LocalEnums(String text) {
        rest = new StringBuilder(text);
    }

    /** Cuts out the enums that gave rise to problems; false if there are none. */
    boolean cut(List<Problem> problems) {
        int before = enums.size();
        String text = rest.toString();
        for (Problem problem : problems) {
            problem.getLocation()
                    .flatMap(l -> l.getBegin().getRange())
                    .flatMap(r -> start(text, offset(text, r.begin)))
                    .ifPresent(start -> cut(text, start));
        }
        return enums.size() > before;
    }

    /** The text without the enums. */
    String rest() {
        return rest.toString();
    }

    private static Optional<Integer> start(String text, int problem) {
        int to = Math.min(problem, text.length());
        int from = Math.max(0, to - LONGEST);
        Matcher keyword = KEYWORD.matcher(text.substring(from, to));
        return keyword.find() ? Optional.of(from + keyword.start()) : Optional.empty();
    }

    /** Lines end as in JLS 3.4. */
    private static int offset(String text, Position position) {
        int at = 0;
        for (int line = 1; line < position.line && at < text.length(); at++) {
            boolean carriageReturn = text.charAt(at) == '\r' && !text.startsWith("\r\n", at);
            line += carriageReturn || text.charAt(at) == '\n' ? 1 : 0;
        }
        return at + position.column - 1;
    }

    private void cut(String text, int start) {
        if (rest.charAt(start) == ' ') {
            return;
        }
        int end = end(text, start);
        enums.add(blank(text.substring(0, start)) + text.substring(start, end));
        rest.replace(start, end, blank(text.substring(start, end)));
    }

    /** Behind the brace that closes the first one. */
    private static int end(String text, int start) {
        Tokens tokens = new Tokens(text.substring(start));
        int depth = 0;
        for (int token = tokens.next(); token != Tokens.END; token = tokens.next()) {
            depth += token == '{' ? 1 : token == '}' ? -1 : 0;
            if (depth == 0 && token == '}') {
                return start + tokens.position();
            }
        }
        return text.length();
    }

    private static String blank(String text) {
        return text.replaceAll("[^\r\n]", " ");
    }

    /** Puts them where they can be seen from where they were. */
    void putInto(CompilationUnit unit, JavaParser parser) throws Unparsable {
        for (String text : enums) {
            EnumDeclaration parsed = parser.parse(ParseStart.CLASS_BODY, Providers.provider(text))
                    .getResult()
                    .filter(EnumDeclaration.class::isInstance)
                    .map(EnumDeclaration.class::cast)
                    .orElseThrow(
                            () -> new Unparsable(lines(text), "cannot be parsed: an enum in a method is not whole"));
            TypeDeclaration<?> around = around(unit, parsed)
                    .orElseThrow(() -> new Unparsable(lines(text), "cannot be parsed: an enum stands in no class"));
            if (around.getMembers().stream().anyMatch(m -> isNamed(m, parsed.getNameAsString()))) {
                throw new Unparsable(
                        lines(text),
                        "has two enums `" + parsed.getNameAsString()
                                + "` in one class, of which one is in a method; rename it");
            }
            around.getMembers().add(parsed);
        }
    }

    private static int lines(String text) {
        return (int) text.stripTrailing().lines().filter(String::isBlank).count() + 1;
    }

    private static Optional<TypeDeclaration<?>> around(CompilationUnit unit, Node parsed) {
        TypeDeclaration<?> innermost = null;
        for (TypeDeclaration<?> type : unit.findAll(TypeDeclaration.class).stream()
                .<TypeDeclaration<?>>map(t -> t)
                .toList()) {
            if (type.containsWithinRange(parsed)) {
                innermost = type;
            }
        }
        return Optional.ofNullable(innermost);
    }

    private static boolean isNamed(BodyDeclaration<?> member, String name) {
        return member instanceof TypeDeclaration<?> type
                && type.getNameAsString().equals(name);
    }
}
