package dev.replaylint.durable.name;

import dev.replaylint.durable.body.Accessors;
import dev.replaylint.durable.flow.CallFrame;
import dev.replaylint.durable.value.ValueTrail;
import dev.replaylint.durable.value.ValueTrail.Located;
import dev.replaylint.program.Program;
import dev.replaylint.program.Site;
import dev.replaylint.program.Value;
import dev.replaylint.program.type.ClassHeader;
import dev.replaylint.program.type.ClassHeader.ClassKind;
import dev.replaylint.program.type.JavaType.ClassType;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads names: puts text together along calls, helpers and constants, with holes for what only an execution knows. */
public final class NameReader {

    private static final int DEEPEST = 24;

    /** Values that one name is looked for in: text that is put to itself doubles. The SDK takes 256 characters. */
    private static final int MOST = 5_000;

    private static final Set<String> ARITHMETIC = Set.of("+", "-", "++", "--", "*");

    private final Program program;
    private final ValueTrail trail;
    private final TextCalls texts = new TextCalls(this);
    private final Set<Value> open = new LinkedHashSet<>();
    private int depth;
    private int steps;

    public NameReader(Program program, ValueTrail trail) {
        this.program = program;
        this.trail = trail;
    }

    public OperationName name(Value value, CallFrame frame) {
        if (trail.follow(value, frame).value() instanceof Value.Null) {
            return OperationName.NONE;
        }
        List<Piece> pieces = pieces(value, frame);
        String text = Piece.joined(pieces);
        if (Piece.isConstant(pieces)) {
            return OperationName.constant(text);
        }
        boolean nothing = pieces.stream().allMatch(p -> p.hole() && p.text().isEmpty());
        return nothing ? OperationName.DYNAMIC : OperationName.template(text);
    }

    /** The text that a value is as text. */
    public List<Piece> pieces(Value value, CallFrame frame) {
        return pieces(new Located(value.settled(), frame));
    }

    private List<Piece> pieces(Located at) {
        steps = depth == 0 ? 0 : steps + 1;
        if (depth >= DEEPEST || steps > MOST) {
            return Piece.UNKNOWN;
        }
        depth++;
        try {
            return find(at);
        } finally {
            depth--;
        }
    }

    private List<Piece> find(Located at) {
        Value value = at.value();
        if (value instanceof Value.Constant constant) {
            boolean type = constant.constant() instanceof Value.ClassLiteral;
            return type ? Piece.UNKNOWN : Piece.text(constant.constant());
        }
        if (value instanceof Value.Template template) {
            return Piece.all(
                    template.parts().stream().map(p -> pieces(p, at.frame())).toList());
        }
        if (value instanceof Value.Derived derived) {
            return computed(derived, at.frame());
        }
        if (value instanceof Value.Join join) {
            return joined(join, at.frame());
        }
        if (value instanceof Value.Parameter parameter) {
            Optional<String> position = Positions.word(parameter, at.frame());
            return position.map(Piece::hole).orElseGet(() -> before(at).orElse(Piece.UNKNOWN));
        }
        if (value instanceof Value.FieldValue field) {
            return ofField(field.read(), at);
        }
        return value instanceof Value.Result result ? ofCall(result.call(), at) : Piece.UNKNOWN;
    }

    private Optional<List<Piece>> before(Located at) {
        return trail.before(at).map(this::pieces);
    }

    /** What is counted from a position is a position. */
    private List<Piece> computed(Value.Derived derived, CallFrame frame) {
        if (!ARITHMETIC.contains(derived.operator())) {
            return Piece.UNKNOWN;
        }
        Set<List<Piece>> operands = new LinkedHashSet<>();
        derived.operands().forEach(o -> operands.add(pieces(o, frame)));
        operands.removeIf(Piece::isConstant);
        return operands.size() == 1 && operands.contains(Positions.INDEX) ? Positions.INDEX : Piece.UNKNOWN;
    }

    private List<Piece> joined(Value.Join join, CallFrame frame) {
        if (Positions.isCounter(join)) {
            return Positions.INDEX;
        }
        if (!open.add(join)) {
            return Piece.UNKNOWN;
        }
        Set<List<Piece>> ways = new LinkedHashSet<>();
        join.operands().forEach(o -> ways.add(pieces(o, frame)));
        open.remove(join);
        return ways.size() == 1 ? ways.iterator().next() : Piece.UNKNOWN;
    }

    private List<Piece> ofField(Site.FieldRead read, Located at) {
        if (isEnumConstant(read)) {
            return declaresText(read.field().owner())
                    ? Piece.UNKNOWN
                    : Piece.text(read.field().name());
        }
        String name = read.field().name();
        return before(at).filter(Piece::tell).orElseGet(() -> Piece.hole(name.contains("$") ? "" : name));
    }

    /** Whether the read is of one of an enum's own constants. */
    private boolean isEnumConstant(Site.FieldRead read) {
        String owner = read.field().owner();
        return read.receiver().isEmpty()
                && program.type(owner)
                        .filter(t -> t.kind() == ClassKind.ENUM)
                        .filter(t -> t.fields().stream()
                                .anyMatch(f -> f.name().equals(read.field().name())
                                        && f.type() instanceof ClassType c
                                        && c.name().equals(owner)))
                        .isPresent();
    }

    private boolean declaresText(String owner) {
        return program.type(owner).map(ClassHeader::methods).orElse(List.of()).stream()
                .anyMatch(m -> m.name().equals("toString"));
    }

    private List<Piece> ofCall(Site.Call call, Located at) {
        Optional<List<Piece>> known = texts.read(call, at.frame());
        if (known.isPresent()) {
            return known.get();
        }
        return before(at)
                .filter(Piece::tell)
                .orElseGet(() -> Accessors.isText(call)
                        ? pieces(call.receiver().orElseThrow(), at.frame())
                        : Piece.hole(Accessors.property(call)));
    }

    /** The name of the enum constant that a value certainly is. */
    public Optional<String> enumName(Value value, CallFrame frame) {
        Optional<Located> at = Optional.of(new Located(value.settled(), frame));
        while (at.isPresent()) {
            if (at.get().value() instanceof Value.FieldValue field && isEnumConstant(field.read())) {
                return Optional.of(field.read().field().name());
            }
            at = trail.before(at.get());
        }
        return Optional.empty();
    }
}
