package dev.replaylint.source.attribution;

import com.github.javaparser.ast.body.EnumConstantDeclaration;
import com.github.javaparser.ast.body.EnumDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.RecordDeclaration;
import dev.replaylint.program.type.JavaType;
import dev.replaylint.program.type.JavaType.ArrayType;
import dev.replaylint.program.type.JavaType.ClassType;
import dev.replaylint.program.type.JavaType.Primitive;
import dev.replaylint.program.type.MethodHeader;
import java.lang.reflect.Modifier;
import java.util.List;

/** Members that the language gives to enums, records and classes without constructors (JLS 8.8.9, 8.9.3, 8.10). */
final class ImplicitMembers {

    private static final int ENUM_CONSTANT = Flags.CONSTANT | 0x4000;

    private ImplicitMembers() {}

    static void ofEnum(EnumDeclaration declaration, DeclaredMembers members) {
        ClassType type = new ClassType(members.owner());
        for (EnumConstantDeclaration constant : declaration.getEntries()) {
            members.addField(constant.getNameAsString(), type, ENUM_CONSTANT);
        }
        members.addImplicit("values", List.of(), new ArrayType(type), Flags.PUBLIC_STATIC);
        members.addImplicit("valueOf", List.of(JavaType.STRING), type, Flags.PUBLIC_STATIC);
    }

    static void ofRecord(RecordDeclaration declaration, List<JavaType> components, DeclaredMembers members) {
        for (int i = 0; i < components.size(); i++) {
            Parameter component = declaration.getParameters().get(i);
            String name = component.getNameAsString();
            members.addField(name, components.get(i), Modifier.PRIVATE | Modifier.FINAL, Flags.annotations(component));
            if (!members.has(name, 0)) {
                members.addImplicit(name, List.of(), components.get(i), Modifier.PUBLIC);
            }
        }
        if (!members.has("<init>", components)) {
            int flags =
                    Flags.of(declaration.getModifiers()) & (Modifier.PUBLIC | Modifier.PRIVATE | Modifier.PROTECTED);
            int varargs = Flags.varargs(declaration.getParameters());
            members.addCanonical(components, flags | varargs, Flags.annotations(declaration.getParameters()));
        }
        objectMethods(members, Modifier.PUBLIC | Modifier.FINAL);
    }

    /** {@code toString}, {@code hashCode} and {@code equals}, where the class does not declare them itself. */
    static void objectMethods(DeclaredMembers members, int flags) {
        if (!members.has("toString", 0)) {
            members.addImplicit("toString", List.of(), JavaType.STRING, flags);
        }
        if (!members.has("hashCode", 0)) {
            members.addImplicit("hashCode", List.of(), Primitive.INT, flags);
        }
        if (!members.has("equals", List.of(JavaType.OBJECT))) {
            members.addImplicit("equals", List.of(JavaType.OBJECT), Primitive.BOOLEAN, flags);
        }
    }

    static void defaultConstructor(SourceHeader header, String prefix, DeclaredMembers members) {
        if (members.has("<init>") || header.simpleName().isEmpty()) {
            return;
        }
        int flags = header.flags() & (Modifier.PUBLIC | Modifier.PROTECTED | Modifier.PRIVATE);
        String descriptor = DeclaredMembers.descriptor(prefix, List.of(), Primitive.VOID);
        members.add(new MethodHeader(
                header.name(), "<init>", List.of(), List.of(), Primitive.VOID, descriptor, flags, List.of()));
    }
}
