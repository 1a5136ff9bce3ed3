package dev.replaylint.source.attribution;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import dev.replaylint.source.attribution.Meaning.Place;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** What javac says that the calls of source files mean. */
final class JavacOracle {

    private final JavacTask task;
    private final Trees trees;
    private final Map<Place, Meaning> meanings = new LinkedHashMap<>();
    private final DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();

    private JavacOracle(Collection<Path> files, List<String> options) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null);
        task = (JavacTask)
                compiler.getTask(null, manager, diagnostics, options, null, manager.getJavaFileObjectsFromPaths(files));
        trees = Trees.instance(task);
    }

    /** The meanings of all calls that javac resolves. */
    static JavacOracle run(Collection<Path> files, String classPath) {
        JavacOracle oracle = new JavacOracle(
                files, List.of("-proc:none", "-nowarn", "-Xmaxerrs", "1000000", "-implicit:none", "-cp", classPath));
        try {
            List<CompilationUnitTree> units = new ArrayList<>();
            oracle.task.parse().forEach(units::add);
            oracle.task.analyze();
            units.forEach(u -> oracle.new Scanner(u).scan(u, null));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return oracle;
    }

    Map<Place, Meaning> meanings() {
        return meanings;
    }

    List<String> errors() {
        return diagnostics.getDiagnostics().stream()
                .filter(d -> d.getKind() == Diagnostic.Kind.ERROR)
                .map(d -> d.getSource() + ":" + d.getLineNumber() + " " + d.getMessage(null))
                .toList();
    }

    private final class Scanner extends TreePathScanner<Void, Void> {
        private final CompilationUnitTree unit;
        private final SourcePositions positions = trees.getSourcePositions();
        private final Path file;

        Scanner(CompilationUnitTree unit) {
            this.unit = unit;
            this.file = Path.of(unit.getSourceFile().toUri());
        }

        @Override
        public Void visitMethodInvocation(MethodInvocationTree call, Void none) {
            long end = positions.getEndPosition(unit, call.getMethodSelect());
            Element element = trees.getElement(getCurrentPath());
            boolean constructor = element != null && element.getKind() == ElementKind.CONSTRUCTOR;
            if (end > 0) {
                boolean plain = constructor && call.getMethodSelect() instanceof IdentifierTree;
                if (!constructor || plain) {
                    add(
                            constructor ? 'S' : 'C',
                            constructor ? positions.getStartPosition(unit, call) : end - 1,
                            element);
                }
            }
            return super.visitMethodInvocation(call, none);
        }

        @Override
        public Void visitNewClass(NewClassTree creation, Void none) {
            Element element = trees.getElement(getCurrentPath());
            boolean constant = positions.getStartPosition(unit, creation.getIdentifier()) < 0
                    || trees.getElement(getCurrentPath().getParentPath()) instanceof VariableElement v
                            && v.getKind() == ElementKind.ENUM_CONSTANT;
            Tree place = constant ? getCurrentPath().getParentPath().getLeaf() : creation;
            add(constant ? 'E' : 'N', positions.getStartPosition(unit, place), element);
            return super.visitNewClass(creation, none);
        }

        @Override
        public Void visitMemberReference(MemberReferenceTree reference, Void none) {
            Element element = trees.getElement(getCurrentPath());
            add('R', positions.getEndPosition(unit, reference) - 1, element);
            return super.visitMemberReference(reference, none);
        }

        private void add(char kind, long position, Element element) {
            LineMap lines = unit.getLineMap();
            long line = lines.getLineNumber(position);
            // LineMap expands tabs; the parser counts them as one column.
            int column = (int) (position - lines.getStartPosition(line)) + 1;
            if (element instanceof ExecutableElement method && isKnown(method.getEnclosingElement())) {
                Place place = new Place(file, kind, (int) line, column);
                meanings.put(place, meaning(place, method));
            }
        }
    }

    private static boolean isKnown(Element owner) {
        return owner instanceof TypeElement && owner.asType().getKind() != TypeKind.ERROR;
    }

    private Meaning meaning(Place place, ExecutableElement method) {
        TypeElement type = (TypeElement) method.getEnclosingElement();
        StringBuilder parameters = new StringBuilder();
        for (VariableElement parameter : method.getParameters()) {
            parameters.append(descriptor(task.getTypes().erasure(parameter.asType())));
        }
        String binaryName = task.getElements().getBinaryName(type).toString();
        // The class that javac makes up for the members of arrays.
        String owner = binaryName.equals("Array") ? "java.lang.Object" : binaryName;
        return new Meaning(place, owner, method.getSimpleName().toString(), parameters.toString());
    }

    private String descriptor(TypeMirror type) {
        if (type instanceof ArrayType a) {
            return "[" + descriptor(a.getComponentType());
        }
        if (type instanceof DeclaredType d) {
            return "L"
                    + task.getElements()
                            .getBinaryName((TypeElement) d.asElement())
                            .toString()
                            .replace('.', '/') + ";";
        }
        return switch (type.getKind()) {
            case BOOLEAN -> "Z";
            case BYTE -> "B";
            case SHORT -> "S";
            case CHAR -> "C";
            case INT -> "I";
            case LONG -> "J";
            case FLOAT -> "F";
            case DOUBLE -> "D";
            default -> "V";
        };
    }
}
