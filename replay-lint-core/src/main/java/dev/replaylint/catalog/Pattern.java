package dev.replaylint.catalog;

import dev.replaylint.program.Descriptors;
import dev.replaylint.program.MethodKey;
import java.util.List;
import java.util.Optional;

/**
 * The calls or types that a catalogue line speaks of.
 *
 * @param types which types
 * @param member method name or glob, {@code <init>} for constructors; empty for all that a type declares
 * @param parameters descriptors of the parameters; empty for any
 */
public record Pattern(TypePattern types, Optional<String> member, Optional<List<String>> parameters) {

    private static final int DESCRIPTOR = 3;
    private static final int EXACT_MEMBER = 2;
    private static final int MEMBER_GLOB = 1;
    private static final int WHOLE_TYPE = 0;

    public Pattern {
        parameters = parameters.map(List::copyOf);
    }

    /** Whether name and parameters are those of the call; the owner is not looked at. */
    boolean matchesMember(MethodKey call) {
        if (member.isEmpty()) {
            return true;
        }
        return Globs.matchesName(member.get(), call.name())
                && parameters.map(p -> p.equals(read(call))).orElse(true);
    }

    /** How much the member part says; a pattern that says more wins. */
    int memberRank() {
        if (parameters.isPresent()) {
            return DESCRIPTOR;
        }
        return member.map(m -> Globs.isGlob(m) ? MEMBER_GLOB : EXACT_MEMBER).orElse(WHOLE_TYPE);
    }

    int memberLiterals() {
        return member.map(Globs::literals).orElse(0);
    }

    private static List<String> read(MethodKey call) {
        return Descriptors.parameters(call.descriptor());
    }

    @Override
    public String toString() {
        return types
                + member.map(m -> "#" + m).orElse("")
                + parameters.map(p -> "(" + String.join(",", p) + ")").orElse("");
    }

    /**
     * The types that a pattern speaks of.
     *
     * @param kind how the text is meant
     * @param text binary class name, glob, package, or simple name of an annotation, by kind
     */
    record TypePattern(Kind kind, String text) {

        static final String ANNOTATED = "annotated:";
        static final String BELOW = ".**";

        /** Whether the type's name matches; annotations are looked up elsewhere. */
        boolean matches(String type) {
            return switch (kind) {
                case CLASS -> text.equals(type);
                case GLOB -> Globs.matchesType(text, type);
                case PACKAGE -> type.startsWith(text + ".");
                case ANNOTATED -> false;
            };
        }

        int literals() {
            return Globs.literals(text);
        }

        @Override
        public String toString() {
            return switch (kind) {
                case CLASS, GLOB -> text;
                case PACKAGE -> text + BELOW;
                case ANNOTATED -> ANNOTATED + text;
            };
        }

        /** Ways to name types, from the least to the most specific. */
        enum Kind {
            PACKAGE,
            GLOB,
            ANNOTATED,
            CLASS
        }
    }
}
