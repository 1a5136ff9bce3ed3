package dev.replaylint.durable.name;

import dev.replaylint.durable.flow.CallFrame;
import dev.replaylint.program.Site;
import dev.replaylint.program.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** What calls of the platform do with text, as far as it needs no running: conversion, formats, joining, builders. */
final class TextCalls {

    private static final String STRING = "java.lang.String";
    private static final Set<String> CONVERSIONS = Set.of("valueOf", "toString", "copyValueOf");
    private static final int MOST_REPEATED = 1_000;
    private static final Set<String> BUILDERS = Set.of("java.lang.StringBuilder", "java.lang.StringBuffer");

    private final NameReader names;

    TextCalls(NameReader names) {
        this.names = names;
    }

    /** The text of the result; empty if the call is none of these. */
    Optional<List<Piece>> read(Site.Call call, CallFrame frame) {
        String owner = call.target().owner();
        String name = call.target().name();
        if (call.receiver().isEmpty()) {
            return ofStatic(call, frame);
        }
        if (BUILDERS.contains(owner)) {
            return name.equals("toString")
                    ? Optional.of(
                            new TextBuilder(names, frame).text(call.receiver().get()))
                    : Optional.empty();
        }
        if (owner.equals(STRING)) {
            return ofText(call, frame);
        }
        Value receiver = call.receiver().get();
        if (name.equals("name") && call.arguments().isEmpty()) {
            return names.enumName(receiver, frame).map(Piece::text);
        }
        return Optional.empty();
    }

    private Optional<List<Piece>> ofStatic(Site.Call call, CallFrame frame) {
        String owner = call.target().owner();
        String name = call.target().name();
        List<Value> arguments = call.arguments();
        if (owner.equals(STRING) && name.equals("format")) {
            int format = call.target().descriptor().startsWith("(Ljava/util/Locale;") ? 1 : 0;
            return Optional.of(formatted(arguments.get(format), arguments.get(format + 1), frame));
        }
        if (owner.equals(STRING) && name.equals("join")) {
            return joined(arguments, frame);
        }
        boolean converts = owner.startsWith("java.lang.") || owner.equals("java.util.Objects");
        if (converts && CONVERSIONS.contains(name) && arguments.size() == 1) {
            return Optional.of(converted(call, arguments.get(0), frame));
        }
        return Optional.empty();
    }

    /** Class files know characters as numbers. */
    private List<Piece> converted(Site.Call call, Value argument, CallFrame frame) {
        boolean character = call.target().descriptor().startsWith("(C)");
        return character ? TextBuilder.character(argument) : names.pieces(argument, frame);
    }

    private Optional<List<Piece>> ofText(Site.Call call, CallFrame frame) {
        List<Piece> receiver = names.pieces(call.receiver().orElseThrow(), frame);
        List<Value> arguments = call.arguments();
        return switch (call.target().name()) {
            case "formatted" -> Optional.of(formatted(call.receiver().get(), arguments.get(0), frame));
            case "concat" -> Optional.of(Piece.all(List.of(receiver, names.pieces(arguments.get(0), frame))));
            case "toString", "intern" -> Optional.of(receiver);
            case "trim", "strip" -> Optional.of(stripped(receiver));
            case "toLowerCase" -> Optional.of(changed(receiver, t -> t.toLowerCase(Locale.ROOT)));
            case "toUpperCase" -> Optional.of(changed(receiver, t -> t.toUpperCase(Locale.ROOT)));
            case "replace" -> Optional.of(replaced(receiver, arguments, frame));
            case "repeat" -> Optional.of(repeated(receiver, names.pieces(arguments.get(0), frame)));
            default -> Optional.of(Piece.UNKNOWN);
        };
    }

    /** As a text block's last line break is. */
    private static List<Piece> stripped(List<Piece> pieces) {
        List<Piece> stripped = new ArrayList<>(pieces);
        if (!pieces.isEmpty()) {
            stripped.set(0, changed(pieces.get(0), String::stripLeading));
            int last = pieces.size() - 1;
            stripped.set(last, changed(stripped.get(last), String::stripTrailing));
        }
        return stripped;
    }

    private static List<Piece> changed(List<Piece> pieces, UnaryOperator<String> change) {
        return pieces.stream().map(p -> changed(p, change)).toList();
    }

    private static Piece changed(Piece piece, UnaryOperator<String> change) {
        return piece.hole() ? piece : new Piece(false, change.apply(piece.text()));
    }

    /** Texts that are longer by far than any name are as good as unknown. */
    private static List<Piece> repeated(List<Piece> text, List<Piece> times) {
        boolean constant = Piece.isConstant(text) && Piece.joined(times).matches("[0-9]{1,4}");
        String once = Piece.joined(text);
        int count = constant ? Integer.parseInt(Piece.joined(times)) : 0;
        return constant && (long) once.length() * count <= MOST_REPEATED
                ? Piece.text(once.repeat(count))
                : Piece.UNKNOWN;
    }

    private List<Piece> replaced(List<Piece> receiver, List<Value> arguments, CallFrame frame) {
        List<Piece> from = TextBuilder.characterOrText(names, arguments.get(0), frame);
        List<Piece> to = TextBuilder.characterOrText(names, arguments.get(1), frame);
        boolean constant = Piece.isConstant(receiver) && Piece.isConstant(from) && Piece.isConstant(to);
        return constant
                ? Piece.text(Piece.joined(receiver).replace(Piece.joined(from), Piece.joined(to)))
                : Piece.UNKNOWN;
    }

    private List<Piece> formatted(Value format, Value arguments, CallFrame frame) {
        List<Piece> text = names.pieces(format, frame);
        return Piece.isConstant(text) ? Formats.filled(Piece.joined(text), elements(arguments, frame)) : Piece.UNKNOWN;
    }

    private Optional<List<Piece>> joined(List<Value> arguments, CallFrame frame) {
        List<Piece> delimiter = names.pieces(arguments.get(0), frame);
        List<List<Piece>> elements = elements(arguments.get(1), frame);
        if (elements.isEmpty()) {
            return Optional.of(Piece.UNKNOWN);
        }
        List<Piece> joined = List.of();
        for (int i = 0; i < elements.size(); i++) {
            joined = Piece.all(List.of(joined, i == 0 ? List.of() : delimiter, elements.get(i)));
        }
        return Optional.of(joined);
    }

    /** The elements of an array that is made for the call, as variable arguments are. */
    private List<List<Piece>> elements(Value array, CallFrame frame) {
        return frame.visit()
                .body()
                .sites(Site.ArrayWrite.class)
                .filter(w -> w.array().equals(array))
                .map(w -> names.pieces(w.value(), frame))
                .toList();
    }
}
