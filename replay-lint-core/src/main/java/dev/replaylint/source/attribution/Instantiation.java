package dev.replaylint.source.attribution;

import dev.replaylint.program.type.JavaType;
import dev.replaylint.program.type.JavaType.TypeVariable;
import dev.replaylint.program.type.MethodHeader;
import dev.replaylint.source.attribution.Overloads.Selection;
import dev.replaylint.source.types.Candidate;
import dev.replaylint.source.types.Inference;
import dev.replaylint.source.types.Substitution;
import dev.replaylint.source.types.Supertypes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A chosen method with fresh variables for its type parameters. Fresh, because a generic method may be called within itself
 * or within an argument of itself, and the variables of the two calls have nothing to do with each other.
 */
final class Instantiation {

    private final Selection selection;
    private final List<TypeVariable> variables;
    private final List<JavaType> formals;
    private final JavaType result;
    private final Inference inference;

    /**
     * The method as called once.
     *
     * @param diamond type parameters of the class that are to be inferred too
     * @param created type of the new object, for creations
     */
    Instantiation(Selection selection, List<TypeVariable> diamond, Optional<JavaType> created, Supertypes supertypes) {
        this.selection = selection;
        Candidate candidate = selection.candidate();
        MethodHeader method = candidate.method();
        List<TypeVariable> declared = new ArrayList<>(method.typeParameters());
        declared.addAll(diamond);
        this.variables = declared.stream().map(v -> new TypeVariable(v.name())).toList();
        Substitution fresh = fresh(declared);
        for (int i = 0; i < declared.size(); i++) {
            List<JavaType> bounds = declared.get(i).bounds().stream()
                    .map(b -> candidate.seen(b, fresh))
                    .toList();
            variables.get(i).bound(bounds);
        }
        this.formals = declared.isEmpty()
                ? candidate.parameters()
                : method.parameters().stream()
                        .map(p -> candidate.seen(p, fresh))
                        .toList();
        this.result = created.map(fresh::apply).orElseGet(() -> candidate.seen(method.result(), fresh));
        this.inference = new Inference(variables, supertypes);
    }

    private Substitution fresh(List<TypeVariable> declared) {
        Map<TypeVariable, JavaType> replacements = new HashMap<>();
        for (int i = 0; i < declared.size(); i++) {
            replacements.put(declared.get(i), variables.get(i));
        }
        return Substitution.of(replacements);
    }

    /** Explicit type arguments; those that are too many are ignored. */
    void fix(List<JavaType> typeArguments) {
        for (int i = 0; i < typeArguments.size() && i < variables.size(); i++) {
            inference.fix(variables.get(i), typeArguments.get(i));
        }
    }

    JavaType formal(int index) {
        return Candidate.parameter(formals, index, selection.varargs());
    }

    JavaType result() {
        return result;
    }

    Inference inference() {
        return inference;
    }
}
