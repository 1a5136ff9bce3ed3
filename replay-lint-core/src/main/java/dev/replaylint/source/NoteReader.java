package dev.replaylint.source;

import com.github.javaparser.Range;
import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.CompactConstructorDeclaration;
import com.github.javaparser.ast.body.ConstructorDeclaration;
import com.github.javaparser.ast.body.EnumConstantDeclaration;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.InitializerDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.AnnotationExpr;
import com.github.javaparser.ast.expr.ArrayInitializerExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.NormalAnnotationExpr;
import com.github.javaparser.ast.expr.SingleMemberAnnotationExpr;
import dev.replaylint.program.Lines;
import dev.replaylint.program.Location;
import dev.replaylint.program.MethodKey;
import dev.replaylint.program.Note;
import dev.replaylint.program.type.JavaType;
import dev.replaylint.source.attribution.ConstantFolding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads what people wrote for tools into one file: annotations from its tree, comments from its text. */
final class NoteReader {

    private final CompilationUnit unit;
    private final String file;
    private final Map<String, Object> constants = new HashMap<>();

    private NoteReader(CompilationUnit unit, String file) {
        this.unit = unit;
        this.file = file;
    }

    /** The notes of a file. */
    static List<Note> read(CompilationUnit unit, String text, String file, Note.Query query) {
        NoteReader reader = new NoteReader(unit, file);
        List<Note> notes = new ArrayList<>();
        for (AnnotationExpr annotation : unit.findAll(AnnotationExpr.class)) {
            if (query.annotations().contains(annotation.getName().getIdentifier())) {
                notes.add(reader.annotation(annotation));
            }
        }
        for (LineComments.LineComment comment : LineComments.of(text)) {
            if (comment.text().startsWith(query.comment())) {
                notes.add(reader.comment(comment));
            }
        }
        return notes;
    }

    private Note annotation(AnnotationExpr annotation) {
        Node on = annotation.getParentNode().orElse(annotation);
        Location at = annotation
                .getBegin()
                .map(p -> new Location(file, p.line, p.column))
                .orElse(new Location(file, 0, 0));
        Lines lines = on.getRange().map(r -> Lines.of(r.begin.line, r.end.line)).orElse(Lines.of(0, 0));
        return new Note.Annotation(annotation.getName().getIdentifier(), elements(annotation), about(at, on, lines));
    }

    private SortedMap<String, List<String>> elements(AnnotationExpr annotation) {
        SortedMap<String, List<String>> elements = new TreeMap<>();
        if (annotation instanceof SingleMemberAnnotationExpr single) {
            elements.put("value", texts(single.getMemberValue()));
        } else if (annotation instanceof NormalAnnotationExpr normal) {
            normal.getPairs().forEach(p -> elements.put(p.getNameAsString(), texts(p.getValue())));
        }
        return elements;
    }

    private List<String> texts(Expression value) {
        if (value instanceof ArrayInitializerExpr array) {
            return array.getValues().stream().map(this::text).toList();
        }
        return List.of(text(value));
    }

    private String text(Expression value) {
        if (constants.isEmpty()) {
            constants.put("", "");
            unit.findAll(FieldDeclaration.class).forEach(f -> f.getVariables().forEach(this::constant));
        }
        return folded(value).map(Object::toString).orElse(value.toString());
    }

    private void constant(VariableDeclarator variable) {
        variable.getInitializer()
                .flatMap(this::folded)
                .ifPresent(v -> constants.putIfAbsent(variable.getNameAsString(), v));
    }

    private Optional<Object> folded(Expression value) {
        return ConstantFolding.value(value, JavaType.STRING, constants);
    }

    private Note comment(LineComments.LineComment comment) {
        Location at = new Location(file, comment.line(), comment.column());
        Lines lines = Lines.of(comment.subject(), comment.subject());
        return new Note.Comment(comment.text(), about(at, innermost(unit, comment.subject()), lines));
    }

    /** The declaration that a line is in. */
    private static Node innermost(Node around, int line) {
        for (Node child : around.getChildNodes()) {
            boolean declares = child instanceof TypeDeclaration<?> || isMember(child);
            boolean covers = child.getRange().filter(r -> isIn(line, r)).isPresent();
            if (declares && covers) {
                return innermost(child, line);
            }
        }
        return around;
    }

    private static boolean isIn(int line, Range range) {
        return range.begin.line <= line && line <= range.end.line;
    }

    private static boolean isMember(Node node) {
        return node instanceof CallableDeclaration<?>
                || node instanceof CompactConstructorDeclaration
                || node instanceof InitializerDeclaration
                || node instanceof FieldDeclaration
                || node instanceof EnumConstantDeclaration;
    }

    /** Local and anonymous classes count as part of the member that they stand in. */
    private Note.About about(Location at, Node node, Lines lines) {
        String type = "";
        String member = "";
        for (Node outer : path(node)) {
            if (member.isEmpty() && outer instanceof TypeDeclaration<?> declaration) {
                type = type.isEmpty() ? topLevel(declaration) : type + "$" + declaration.getNameAsString();
            } else if (member.isEmpty() && isMember(outer)) {
                member = name(outer);
            }
        }
        return new Note.About(at, type, member, lines);
    }

    /** From the outermost node to this one. */
    private static List<Node> path(Node node) {
        List<Node> path = new ArrayList<>();
        for (Optional<Node> at = Optional.of(node);
                at.isPresent();
                at = at.get().getParentNode()) {
            path.add(0, at.get());
        }
        return path;
    }

    private String topLevel(TypeDeclaration<?> type) {
        String name = type.getNameAsString();
        return unit.getPackageDeclaration()
                .map(p -> p.getNameAsString() + "." + name)
                .orElse(name);
    }

    private static String name(Node member) {
        if (member instanceof FieldDeclaration field) {
            return field.getVariable(0).getNameAsString();
        }
        if (member instanceof EnumConstantDeclaration constant) {
            return constant.getNameAsString();
        }
        if (member instanceof InitializerDeclaration initializer) {
            return initializer.isStatic() ? MethodKey.STATIC_INITIALIZER : MethodKey.CONSTRUCTOR;
        }
        return member instanceof CallableDeclaration<?> callable && !(member instanceof ConstructorDeclaration)
                ? callable.getNameAsString()
                : MethodKey.CONSTRUCTOR;
    }
}
