package dev.replaylint.source.lowering;

import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.EnumConstantDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import dev.replaylint.program.Body;
import dev.replaylint.program.MethodKey;
import dev.replaylint.program.type.ClassHeader;
import dev.replaylint.program.type.ClassIndex;
import dev.replaylint.source.attribution.Attribution;
import dev.replaylint.source.attribution.Resolved;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Lowers whole classes: all their methods, constructors and initializers, and the classes inside them. */
public final class Classes {

    private Classes() {}

    /**
     * The code of one file.
     *
     * @param bodies by key
     * @param localClasses binary names of the local and anonymous classes in it
     */
    public record Lowered(Map<MethodKey, Body> bodies, Set<String> localClasses) {}

    /**
     * Attributes and lowers every class of a file.
     *
     * @param file source-root-relative path, for locations
     * @param lastResort whom to ask for the targets of calls that attribution does not know
     */
    public static Lowered lower(
            CompilationUnit parsed, String file, Attribution attribution, ClassIndex types, LastResort lastResort) {
        Unit unit = new Unit(file, attribution, types, lastResort);
        for (TypeDeclaration<?> type : parsed.getTypes()) {
            if (!attribution.isKnown(type)) {
                continue;
            }
            attribution.attribute(type);
            String name = attribution.className(type);
            lowerMember(unit, type, new ClassScope(name, Optional.empty(), false, List.of()));
        }
        return new Lowered(unit.bodies(), unit.localClasses().keySet());
    }

    private static void lowerMember(Unit unit, TypeDeclaration<?> type, ClassScope scope) {
        lowerMembers(unit, type, scope, Optional.empty());
    }

    private static void lowerMembers(
            Unit unit, TypeDeclaration<?> type, ClassScope scope, Optional<MethodKey> enclosing) {
        Members members = new Members(unit, scope, enclosing);
        members.lower(type);
        nested(unit, type.getMembers(), scope);
    }

    private static void nested(Unit unit, Collection<BodyDeclaration<?>> members, ClassScope outer) {
        for (BodyDeclaration<?> member : members) {
            if (member instanceof TypeDeclaration<?> type) {
                String name = unit.attribution.className(type);
                lowerMember(
                        unit, type, new ClassScope(name, Optional.of(outer), isInner(unit, type, outer), List.of()));
            }
        }
    }

    private static boolean isInner(Unit unit, TypeDeclaration<?> type, ClassScope outer) {
        boolean staticByKind = !type.isClassOrInterfaceDeclaration()
                || type.asClassOrInterfaceDeclaration().isInterface();
        boolean inInterface =
                unit.types.find(outer.name()).map(ClassHeader::isInterface).orElse(false);
        return !staticByKind && !inInterface && !type.isStatic();
    }

    /** A class, record or interface declared in a body. */
    static void lowerLocal(Lowering in, TypeDeclaration<?> type) {
        ClassScope scope = LocalClasses.scope(in, in.unit.attribution.className(type), type);
        lowerMembers(in.unit, type, scope, Optional.of(in.scope.enclosing));
    }

    /** The class of {@code new X(…) { … }}. */
    static void lowerAnonymous(
            Unit unit,
            ClassScope scope,
            ObjectCreationExpr creation,
            Optional<Resolved> superConstructor,
            MethodKey enclosing) {
        List<BodyDeclaration<?>> body = creation.getAnonymousClassBody().orElseThrow();
        Members members = new Members(unit, scope, Optional.of(enclosing));
        members.lowerAnonymous(creation, body, superConstructor);
        nested(unit, body, scope);
    }

    /** The class of an enum constant with a body. */
    static void lowerConstant(Unit unit, ClassScope scope, EnumConstantDeclaration constant, MethodKey constructor) {
        unit.localClasses().put(scope.name(), scope);
        new Members(unit, scope, Optional.empty()).lowerConstant(constant, constructor);
        nested(unit, constant.getClassBody(), scope);
    }
}
