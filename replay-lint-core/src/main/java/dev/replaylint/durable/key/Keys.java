package dev.replaylint.durable.key;

import dev.replaylint.catalog.CatalogEntry;
import dev.replaylint.catalog.Effect;
import dev.replaylint.catalog.Feature;
import dev.replaylint.catalog.KeyPlace;
import dev.replaylint.durable.flow.Construction;
import dev.replaylint.durable.flow.Construction.Made;
import dev.replaylint.durable.flow.Constructions;
import dev.replaylint.durable.flow.Definitions;
import dev.replaylint.durable.flow.Shaping;
import dev.replaylint.durable.flow.Term;
import dev.replaylint.durable.flow.Way;
import dev.replaylint.program.Descriptors;
import dev.replaylint.program.Names;
import dev.replaylint.program.Program;
import dev.replaylint.program.Site;
import dev.replaylint.program.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Finds the idempotency key of a write in the construction of its request. */
public final class Keys {

    private final Program program;
    private final Definitions definitions;
    private final Constructions constructions;

    public Keys(Program program, Definitions definitions, Constructions constructions) {
        this.program = program;
        this.definitions = definitions;
        this.constructions = constructions;
    }

    /** Three-valued answer. */
    private enum Answer {
        YES,
        NO,
        UNKNOWN;

        /** What holds if each of the alternatives may be. */
        static Answer all(List<Answer> alternatives) {
            return alternatives.stream().distinct().count() == 1 ? alternatives.get(0) : UNKNOWN;
        }

        static Answer any(List<Answer> answers) {
            return answers.contains(YES) ? YES : answers.contains(UNKNOWN) ? UNKNOWN : NO;
        }
    }

    /** A write that is made in one way. */
    public record Write(Site.Call call, Way way, CatalogEntry<Effect> entry) {}

    /** Whether the call writes at all: some only read, as their requests say. */
    public boolean maybeWrites(Write write) {
        return write.entry()
                .writesWhen()
                .map(f -> features(f, request(write)) != Answer.NO)
                .orElse(true);
    }

    /** What is known of the write's key. */
    public KeyState of(Write write) {
        if (write.entry().isKeyless()) {
            return KeyState.NONE;
        }
        List<KeyPlace> places = write.entry().keys();
        if (places.isEmpty()) {
            return KeyState.UNASKED;
        }
        Answer given = Answer.any(places.stream().map(p -> given(p, write)).toList());
        if (given != Answer.NO) {
            return given == Answer.YES ? KeyState.GIVEN : KeyState.UNKNOWN;
        }
        Answer needed = write.entry()
                .needsKeyWhen()
                .map(f -> f.isEmpty() ? Answer.NO : features(f, request(write)))
                .orElse(Answer.YES);
        if (needed != Answer.YES) {
            return needed == Answer.NO ? KeyState.UNASKED : KeyState.UNKNOWN;
        }
        boolean filled = places.stream().anyMatch(p -> p instanceof KeyPlace.Setter s && s.filled());
        return filled ? KeyState.FILLED : KeyState.MISSING;
    }

    /** Setters of keys in the construction of the request. */
    List<Made> setters(Write write) {
        List<Made> found = new ArrayList<>();
        for (KeyPlace place : write.entry().keys()) {
            if (place instanceof KeyPlace.Setter setter) {
                for (Construction construction : holders(setter, write)) {
                    construction.calls().stream()
                            .filter(m -> setter.isNamed(m.call().target().name()))
                            .filter(m -> !m.call().arguments().isEmpty())
                            .forEach(found::add);
                }
            }
        }
        return found;
    }

    private Answer given(KeyPlace place, Write write) {
        if (place instanceof KeyPlace.Argument) {
            return Answer.YES;
        }
        if (place instanceof KeyPlace.Setter setter) {
            List<Construction> holders = holders(setter, write);
            boolean settable = holders.stream().allMatch(c -> isSettable(setter, c));
            return settable ? any(holders, m -> setter.isNamed(m.call().target().name())) : Answer.UNKNOWN;
        }
        if (place instanceof KeyPlace.Header header) {
            return Answer.all(
                    request(write).stream().map(c -> hasHeader(c, header)).toList());
        }
        KeyPlace.Condition condition = (KeyPlace.Condition) place;
        return any(request(write), m -> KeyPlace.isSetter(m.call().target().name(), condition.name()));
    }

    /** What has the setter: the request, an argument of a class, or what a setter of the request is given. */
    private List<Construction> holders(KeyPlace.Setter setter, Write write) {
        List<Construction> found = setter.type().map(t -> ofType(t, write)).orElseGet(() -> request(write));
        for (String member : setter.below()) {
            found = found.stream().flatMap(c -> below(member, c).stream()).toList();
        }
        return found;
    }

    private List<Construction> below(String member, Construction construction) {
        return construction
                .last(m -> KeyPlace.isSetter(m.call().target().name(), member)
                        && !m.call().arguments().isEmpty())
                .map(m -> constructions.ofElements(0, m.call(), m.way()))
                .orElse(List.of(Construction.UNKNOWN));
    }

    private List<Construction> ofType(String type, Write write) {
        List<String> parameters = Descriptors.parameters(write.call().target().descriptor());
        for (int i = 0; i < parameters.size(); i++) {
            if (Names.simple(Descriptors.className(parameters.get(i))).equals(type)) {
                return constructions.ofArgument(i, write.call(), write.way());
            }
        }
        return List.of(new Construction(List.of(), true));
    }

    /** The first argument that can have setters; the receiver, if there are no arguments. */
    private List<Construction> request(Write write) {
        Site.Call call = write.call();
        List<String> parameters = Descriptors.parameters(call.target().descriptor());
        for (int i = 0; i < parameters.size() && i < call.arguments().size(); i++) {
            if (!Shaping.isPlain(parameters.get(i))) {
                return constructions.ofArgument(i, call, write.way());
            }
        }
        return call.receiver().map(r -> constructions.of(r, write.way(), call)).orElse(List.of(Construction.UNKNOWN));
    }

    private static Answer any(List<Construction> alternatives, Predicate<Made> kind) {
        return Answer.all(alternatives.stream().map(c -> has(c, kind)).toList());
    }

    private static Answer hasHeader(Construction construction, KeyPlace.Header header) {
        Answer written = has(
                construction,
                m -> Headers.key(m.call(), m.way().visit().body(), header.name())
                        .isPresent());
        boolean open = construction.calls().stream()
                .anyMatch(m -> Headers.isOpen(m.call(), m.way().visit().body()));
        return written == Answer.NO && open ? Answer.UNKNOWN : written;
    }

    private static Answer has(Construction construction, Predicate<Made> kind) {
        List<Made> calls = construction.calls().stream().filter(kind).toList();
        if (calls.stream().anyMatch(Made::certain)) {
            return Answer.YES;
        }
        return calls.isEmpty() && construction.whole() ? Answer.NO : Answer.UNKNOWN;
    }

    /** Whether the version of the API at hand has the setter. */
    private boolean isSettable(KeyPlace.Setter setter, Construction construction) {
        List<String> owners = construction.calls().stream()
                .map(m -> m.call().target().owner())
                .distinct()
                .toList();
        boolean known = owners.stream().allMatch(o -> program.type(o).isPresent());
        return !known
                || owners.isEmpty()
                || owners.stream()
                        .flatMap(o -> program.supertypes(o).stream())
                        .flatMap(o -> program.type(o).stream())
                        .flatMap(t -> t.methods().stream())
                        .anyMatch(m -> setter.isNamed(m.name()));
    }

    private Answer features(List<Feature> features, List<Construction> alternatives) {
        return Answer.all(alternatives.stream()
                .map(c -> Answer.any(features.stream().map(f -> shows(c, f)).toList()))
                .toList());
    }

    private Answer shows(Construction construction, Feature feature) {
        List<Answer> answers = new ArrayList<>(List.of(construction.whole() ? Answer.NO : Answer.UNKNOWN));
        for (Made made : construction.calls()) {
            if (made.call().target().name().equals(feature.member())) {
                Answer answer = says(made, feature);
                answers.add(answer == Answer.YES && !made.certain() ? Answer.UNKNOWN : answer);
            }
        }
        return Answer.any(answers);
    }

    private Answer says(Made made, Feature feature) {
        if (feature.words().isEmpty()) {
            return Answer.YES;
        }
        if (made.call().arguments().isEmpty()) {
            return Answer.NO;
        }
        List<Answer> answers = new ArrayList<>();
        for (Term term : definitions.of(made.call().arguments().get(0), made.way())) {
            answers.add(says(term, feature));
        }
        return Answer.all(answers);
    }

    private Answer says(Term term, Feature feature) {
        if (term.value() instanceof Value.Constant constant) {
            return feature.isIn(String.valueOf(constant.constant())) ? Answer.YES : Answer.NO;
        }
        if (term.value() instanceof Value.FieldValue field) {
            return field.read().receiver().isEmpty()
                            && feature.isIn(field.read().field().name())
                    ? Answer.YES
                    : Answer.UNKNOWN;
        }
        Optional<Value.Template> template =
                term.value() instanceof Value.Template t ? Optional.of(t) : Optional.empty();
        boolean says = template.stream()
                .flatMap(t -> t.parts().stream())
                .anyMatch(p -> p instanceof Value.Constant c && feature.isIn(String.valueOf(c.constant())));
        return says ? Answer.YES : Answer.UNKNOWN;
    }
}
