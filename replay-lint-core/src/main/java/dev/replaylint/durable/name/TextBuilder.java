package dev.replaylint.durable.name;

import dev.replaylint.durable.flow.CallFrame;
import dev.replaylint.program.Site;
import dev.replaylint.program.Value;
import java.util.ArrayList;
import java.util.List;

/** The text of a builder that is made, filled and read in one chain of calls. */
record TextBuilder(NameReader names, CallFrame frame) {

    /** The text that the builder, as this value has it, holds. */
    List<Piece> text(Value builder) {
        List<Site.Call> chain = new ArrayList<>();
        Value at = builder;
        while (at instanceof Value.Result result && !result.call().isAllocation()) {
            boolean appends = result.call().target().name().equals("append")
                    && result.call().receiver().isPresent();
            if (!appends) {
                return Piece.UNKNOWN;
            }
            chain.add(0, result.call());
            at = result.call().receiver().get();
        }
        return at instanceof Value.Result made && isFilledHere(made, chain)
                ? joined(made.call(), chain)
                : Piece.UNKNOWN;
    }

    /** Whether the builder's text is that of the chain, whatever else happens in between. */
    private boolean isFilledHere(Value.Result made, List<Site.Call> chain) {
        return frame.visit().body().callsOn(made.call()).stream()
                .allMatch(c -> chain.contains(c) || c.target().name().equals("toString"));
    }

    private List<Piece> joined(Site.Call made, List<Site.Call> chain) {
        List<List<Piece>> parts = new ArrayList<>();
        boolean startsWithText = made.target().descriptor().startsWith("(Ljava/lang/");
        if (startsWithText) {
            parts.add(names.pieces(made.arguments().get(0), frame));
        }
        for (Site.Call call : chain) {
            boolean character = call.target().descriptor().startsWith("(C)");
            boolean one = call.arguments().size() == 1;
            Value argument = call.arguments().get(0);
            parts.add(!one ? Piece.UNKNOWN : character ? character(argument) : names.pieces(argument, frame));
        }
        return Piece.all(parts);
    }

    /** A character, which class files know as a number. */
    static List<Piece> character(Value value) {
        if (value instanceof Value.Constant constant) {
            return constant.constant() instanceof Integer code
                    ? Piece.text(Character.toString(code))
                    : Piece.text(constant.constant());
        }
        return Piece.UNKNOWN;
    }

    /** What {@code replace} is given: text or a character. */
    static List<Piece> characterOrText(NameReader names, Value value, CallFrame frame) {
        boolean number = value instanceof Value.Constant c && c.constant() instanceof Integer;
        return number ? character(value) : names.pieces(value, frame);
    }
}
