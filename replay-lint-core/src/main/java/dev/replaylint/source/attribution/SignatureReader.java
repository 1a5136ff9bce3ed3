package dev.replaylint.source.attribution;

import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.body.AnnotationDeclaration;
import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import com.github.javaparser.ast.body.EnumDeclaration;
import com.github.javaparser.ast.body.RecordDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import dev.replaylint.program.type.JavaType;
import dev.replaylint.program.type.JavaType.ClassType;
import dev.replaylint.program.type.JavaType.TypeVariable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads what a type declaration says before its body. */
final class SignatureReader {

    private final TypeNames names;

    SignatureReader(TypeNames names) {
        this.names = names;
    }

    /** @param scope the header's own scope, which receives the type parameters */
    Signature read(TypeDeclaration<?> declaration, String name, Scope scope) {
        if (declaration instanceof ClassOrInterfaceDeclaration c) {
            return ofClass(c, scope);
        }
        if (declaration instanceof EnumDeclaration e) {
            ClassType supertype = new ClassType("java.lang.Enum", List.of(new ClassType(name)));
            return new Signature(List.of(), Optional.of(supertype), classes(e.getImplementedTypes(), scope));
        }
        if (declaration instanceof RecordDeclaration r) {
            List<TypeVariable> parameters = names.declare(r.getTypeParameters(), scope);
            ClassType supertype = new ClassType("java.lang.Record");
            return new Signature(parameters, Optional.of(supertype), classes(r.getImplementedTypes(), scope));
        }
        return declaration instanceof AnnotationDeclaration
                ? new Signature(List.of(), Optional.empty(), List.of(new ClassType("java.lang.annotation.Annotation")))
                : Signature.NONE;
    }

    private Signature ofClass(ClassOrInterfaceDeclaration declaration, Scope scope) {
        List<TypeVariable> parameters = names.declare(declaration.getTypeParameters(), scope);
        List<ClassType> extended = classes(declaration.getExtendedTypes(), scope);
        if (declaration.isInterface()) {
            return new Signature(parameters, Optional.empty(), extended);
        }
        // A superclass that cannot be named at all still hides that the class might be anything.
        Optional<ClassType> superclass = declaration.getExtendedTypes().isEmpty()
                ? Optional.of(JavaType.OBJECT)
                : extended.stream().findFirst();
        return new Signature(parameters, superclass, classes(declaration.getImplementedTypes(), scope));
    }

    private List<ClassType> classes(NodeList<ClassOrInterfaceType> types, Scope scope) {
        List<ClassType> classes = new ArrayList<>();
        for (ClassOrInterfaceType type : types) {
            boolean known = names.resolve(type, scope) instanceof ClassType c && classes.add(c);
            if (!known) {
                // Any name of which there is no class, so that the hierarchy counts as incomplete.
                classes.add(new ClassType(scope.file().qualified(type.getNameAsString())));
            }
        }
        return classes;
    }
}
