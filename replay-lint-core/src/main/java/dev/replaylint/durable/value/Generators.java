package dev.replaylint.durable.value;

import dev.replaylint.catalog.CatalogEntry;
import dev.replaylint.catalog.Effect;
import dev.replaylint.catalog.Operand;
import dev.replaylint.durable.flow.Effects;
import dev.replaylint.program.Memo;
import dev.replaylint.program.MethodKey;
import dev.replaylint.program.Program;
import dev.replaylint.program.Site;
import java.util.Optional;
import java.util.stream.Stream;

/** Objects that do no harm until they are asked for a value: clocks, generators of random values. */
public final class Generators {

    private record Question(String type, Effect effect) {}

    private final Program program;
    private final Effects effects;
    private final Memo<Question, Boolean> questions = new Memo<>(this::isAsked);

    public Generators(Program program, Effects effects) {
        this.program = program;
        this.effects = effects;
    }

    /** Whether an API makes one here. */
    boolean isMadeBy(Site site) {
        return site instanceof Site.Call call && isMadeBy(call.target());
    }

    boolean isMadeBy(MethodKey api) {
        Optional<CatalogEntry<Effect>> entry =
                effects.effect(api).filter(e -> e.fact().isVaryingValue() && !e.isByOrigin());
        String made = api.isConstructor() ? api.owner() : api.resultClass();
        return entry.filter(e -> questions.get(new Question(made, e.fact()))).isPresent();
    }

    /** Whether a call has its effect only if the object that it is called on has it. */
    boolean isAskedBy(Site site) {
        return site instanceof Site.Call call
                && effects.effect(call.target())
                        .filter(CatalogEntry::isByOrigin)
                        .isPresent();
    }

    /** Whether objects of the type have methods that give another value each time. */
    private boolean isAsked(Question question) {
        return methods(question.type())
                .flatMap(m -> effects.effect(m).stream())
                .anyMatch(e -> e.from().contains(Operand.RECEIVER) && e.fact() == question.effect());
    }

    private Stream<MethodKey> methods(String type) {
        return Stream.concat(Stream.of(type), program.supertypes(type).stream())
                .distinct()
                .flatMap(t -> program.type(t).stream())
                .flatMap(t -> t.methods().stream().map(m -> new MethodKey(t.name(), m.name(), m.descriptor())));
    }
}
