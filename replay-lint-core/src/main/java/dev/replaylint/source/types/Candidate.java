package dev.replaylint.source.types;

import dev.replaylint.program.type.Erasure;
import dev.replaylint.program.type.JavaType;
import dev.replaylint.program.type.JavaType.ArrayType;
import dev.replaylint.program.type.MethodHeader;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A method as a member of the type it is called on. */
public final class Candidate {

    private final MethodHeader method;
    private final Substitution substitution;
    private final boolean raw;
    private @Nullable List<JavaType> parameters;

    /** @param raw whether the receiver's type is raw, which erases the whole signature (JLS 4.8) */
    public Candidate(MethodHeader method, Substitution substitution, boolean raw) {
        this.method = method;
        this.substitution = substitution;
        this.raw = raw && !method.isStatic() && !method.isConstructor();
    }

    public MethodHeader method() {
        return method;
    }

    /** Whether the signature is erased. */
    public boolean isRaw() {
        return raw;
    }

    /** Declared parameters as the receiver's type arguments make them. */
    public List<JavaType> parameters() {
        List<JavaType> known = parameters;
        if (known == null) {
            known = method.parameters().stream()
                    .map(p -> seen(p, Substitution.NONE))
                    .toList();
            parameters = known;
        }
        return known;
    }

    /** Type of a declaration of this method, its own variables replaced first, then those of the class. */
    public JavaType seen(JavaType declared, Substitution own) {
        return raw ? Erasure.of(declared) : substitution.apply(own.apply(declared));
    }

    /** Whether the method can be called with so many arguments. */
    public boolean accepts(int arguments) {
        int declared = method.parameters().size();
        return declared == arguments || (method.isVarargs() && arguments >= declared - 1);
    }

    /** Type expected of an argument; with {@code expanded}, arguments from the last parameter on are its elements. */
    public JavaType parameter(int index, boolean expanded) {
        return parameter(parameters(), index, expanded);
    }

    /** As {@link #parameter(int, boolean)}, over other types for the same parameters. */
    public static JavaType parameter(List<JavaType> parameters, int index, boolean expanded) {
        int last = parameters.size() - 1;
        if (last < 0) {
            return JavaType.Special.UNKNOWN;
        }
        if (!expanded || index < last) {
            return parameters.get(Math.min(index, last));
        }
        return parameters.get(last) instanceof ArrayType a ? a.element() : parameters.get(last);
    }
}
