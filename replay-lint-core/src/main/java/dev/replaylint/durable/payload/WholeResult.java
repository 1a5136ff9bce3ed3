package dev.replaylint.durable.payload;

import dev.replaylint.durable.flow.Effects;
import dev.replaylint.durable.flow.Term;
import dev.replaylint.program.Names;
import dev.replaylint.program.Site;
import dev.replaylint.program.Value;
import dev.replaylint.program.type.JavaType;
import dev.replaylint.program.type.JavaType.ArrayType;
import dev.replaylint.program.type.JavaType.ClassType;
import dev.replaylint.program.type.JavaType.Primitive;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A result that nothing keeps below what one checkpoint takes.
 *
 * @param cause the type that holds bytes, or the call that reads everything
 */
public record WholeResult(GivenType given, String cause) {

    static Optional<String> cause(GivenType type, List<Term> products, Effects effects) {
        Optional<String> whole = products.stream()
                .flatMap(t -> t.value() instanceof Value.Result r ? Stream.of(r.call()) : Stream.empty())
                .filter(c -> effects.givesWhole(c.target()))
                .map(WholeResult::label)
                .findFirst();
        return whole.or(() -> holdsBytes(type.type()) ? Optional.of(TypeText.of(type.type())) : Optional.empty());
    }

    private static String label(Site.Call call) {
        return Names.simple(call.target().owner()) + "." + call.target().name();
    }

    private static boolean holdsBytes(JavaType type) {
        if (type instanceof ArrayType array) {
            return array.element() == Primitive.BYTE || holdsBytes(array.element());
        }
        return type instanceof ClassType named
                && (named.name().equals("java.nio.ByteBuffer")
                        || named.arguments().stream().anyMatch(WholeResult::holdsBytes));
    }
}
