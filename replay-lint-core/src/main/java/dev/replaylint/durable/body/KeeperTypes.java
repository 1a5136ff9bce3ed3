package dev.replaylint.durable.body;

import dev.replaylint.program.FieldKey;
import dev.replaylint.program.Memo;
import dev.replaylint.program.MethodKey;
import dev.replaylint.program.Program;
import dev.replaylint.program.Site;
import dev.replaylint.program.type.ClassHeader;
import dev.replaylint.program.type.FieldHeader;
import dev.replaylint.program.type.JavaType;
import dev.replaylint.program.type.JavaType.ArrayType;
import dev.replaylint.program.type.JavaType.ClassType;
import dev.replaylint.program.type.JavaType.WildcardType;
import java.lang.reflect.Modifier;

/** Which classes of the project have fields that may keep functions, directly or in other objects. */
public final class KeeperTypes {

    private final Program program;
    private final FunctionalTypes functional;
    private final Memo<String, Boolean> known = new Memo<>(this::find);
    private final Memo<MethodKey, Boolean> capturing = new Memo<>(this::captures);

    public KeeperTypes(Program program, FunctionalTypes functional) {
        this.program = program;
        this.functional = functional;
    }

    /** Whether an object of the class may keep functions. */
    public boolean isKeeper(String className) {
        return known.get(className, false);
    }

    /** Whether the object that an allocation makes may; a local class keeps variables of the code around it as well. */
    public boolean isKeeper(Site.Call allocation) {
        return isKeeper(allocation.target().owner()) || capturing.get(allocation.target());
    }

    /** Headers do not tell of the fields for captured variables. */
    private boolean captures(MethodKey constructor) {
        return program.isProject(constructor.owner())
                && program.body(constructor).stream()
                        .flatMap(b -> b.sites(Site.FieldWrite.class))
                        .anyMatch(w -> w.field().isCapturedVariable());
    }

    private boolean find(String className) {
        if (!program.isProject(className)) {
            return false;
        }
        return program.supertypes(className).stream()
                .filter(program::isProject)
                .flatMap(t -> program.type(t).stream())
                .flatMap(t -> t.fields().stream())
                .anyMatch(this::keeps);
    }

    /** Whether a field of the project may keep functions. */
    public boolean keeps(FieldKey field) {
        return program.isProject(field.owner()) && (field.isCapturedVariable() || isDeclared(field));
    }

    private boolean isDeclared(FieldKey field) {
        return program.field(field).filter(f -> holds(f.type())).isPresent();
    }

    private boolean keeps(FieldHeader field) {
        return !field.isStatic() && holds(field.type());
    }

    private boolean holds(JavaType type) {
        if (type instanceof ArrayType array) {
            return holds(array.element());
        }
        if (type instanceof WildcardType wildcard) {
            return holds(wildcard.bound());
        }
        return type instanceof ClassType named
                && (isForLambdas(named.name())
                        || named.arguments().stream().anyMatch(this::holds)
                        || isKeeper(named.name())
                        || isOpen(named.name())
                                && program.subtypes(named.name()).stream().anyMatch(this::isKeeper));
    }

    /** An interface of the project that has classes has functions only by the way; then it is enough to know the classes. */
    public boolean isForLambdas(String className) {
        return functional.isInterface(className)
                && (!program.isProject(className) || program.subtypes(className).isEmpty());
    }

    /** Whether objects of the type are rather of one below. */
    private boolean isOpen(String className) {
        return program.isProject(className)
                && program.type(className)
                        .map(ClassHeader::flags)
                        .filter(Modifier::isAbstract)
                        .isPresent();
    }
}
