package dev.replaylint.durable.key;

import dev.replaylint.catalog.Effect;
import dev.replaylint.durable.flow.ApiUse;
import dev.replaylint.durable.flow.Definitions;
import dev.replaylint.durable.flow.Edge;
import dev.replaylint.durable.flow.Term;
import dev.replaylint.durable.flow.Uses;
import dev.replaylint.durable.flow.Way;
import dev.replaylint.durable.sdk.DurableSdk;
import dev.replaylint.durable.sdk.Region;
import dev.replaylint.durable.value.Contents;
import dev.replaylint.program.MethodKey;
import dev.replaylint.program.Program;
import dev.replaylint.program.Site;
import dev.replaylint.program.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Takes keys apart: what passes through text, hashes and the user's own methods, on one way to them. */
public final class KeyParts {

    /** Values looked at for one key; what is beyond is like what nobody knows. */
    private static final int MOST = 1500;

    private static final int DEEPEST = 40;

    private static final String PLATFORM = "java.";

    private static final String ENUM = "java.lang.Enum";

    private static final Set<String> ENUM_TEXTS = Set.of("name", "toString", "ordinal");

    private final Program program;
    private final Definitions definitions;
    private final Uses uses;
    private final Contents contents;
    private final Function<ApiUse, Optional<Effect>> effects;

    /** {@code effects} tells what a use does, by the origin of its operands where that decides. */
    public KeyParts(
            Program program,
            Definitions definitions,
            Uses uses,
            Contents contents,
            Function<ApiUse, Optional<Effect>> effects) {
        this.program = program;
        this.definitions = definitions;
        this.uses = uses;
        this.contents = contents;
        this.effects = effects;
    }

    Set<KeyPart> of(Value key, Way way) {
        Search search = new Search();
        search.add(key, way, DEEPEST);
        return search.found;
    }

    private final class Search {
        private final Set<KeyPart> found = new LinkedHashSet<>();
        private final Set<Term> seen = new HashSet<>();
        private int left = MOST;

        void add(Value value, Way way, int depth) {
            if (depth == 0 || left-- <= 0) {
                found.add(new KeyPart.Other());
                return;
            }
            // What is made of itself, in a loop, is made of nothing else for that.
            definitions.of(value, way).stream().filter(seen::add).forEach(t -> add(t, depth - 1));
        }

        private void addAll(List<? extends Value> values, Way way, int depth) {
            values.forEach(v -> add(v, way, depth));
        }

        private void add(Term term, int depth) {
            Way way = term.way();
            if (term.value() instanceof Value.Constant constant) {
                // Nothing instead of a key says that none is needed.
                found.add(constant.constant().equals("") ? new KeyPart.Other() : new KeyPart.Literal());
            } else if (term.value() instanceof Value.Template template) {
                addAll(template.parts(), way, depth);
            } else if (term.value() instanceof Value.Derived derived) {
                addAll(derived.operands(), way, depth);
            } else if (term.value() instanceof Value.Element element) {
                add(element.array(), way, depth);
            } else if (term.value() instanceof Value.NewArray array) {
                ofArray(array, way, depth);
            } else if (term.value() instanceof Value.Parameter parameter) {
                ofParameter(parameter.index(), way, depth);
            } else if (term.value() instanceof Value.Result result) {
                ofCall(result.call(), way, depth);
            } else if (isEnumConstant(term.value())) {
                found.add(new KeyPart.Literal());
            } else if (!(term.value() instanceof Value.Function) && !isOfPlatform(term.value())) {
                found.add(new KeyPart.Other());
            }
        }

        /** {@code StandardCharsets.UTF_8}. */
        private boolean isOfPlatform(Value value) {
            return value instanceof Value.FieldValue field
                    && field.read().receiver().isEmpty()
                    && field.read().field().owner().startsWith(PLATFORM);
        }

        private boolean isEnumConstant(Value value) {
            return value instanceof Value.FieldValue field
                    && field.read().receiver().isEmpty()
                    && program.isSubtype(field.read().field().owner(), ENUM);
        }

        private void ofArray(Value.NewArray array, Way way, int depth) {
            way.visit()
                    .body()
                    .sites(Site.ArrayWrite.class)
                    .filter(w -> w.array().equals(array))
                    .forEach(w -> add(w.value(), way, depth));
            fillers(array, way).forEach(c -> ofCall(c, way, depth));
        }

        /** Calls that may put something into an array. */
        private List<Site.Call> fillers(Value.NewArray array, Way way) {
            return way.visit()
                    .body()
                    .sites(Site.Call.class)
                    .filter(c -> c.target().descriptor().endsWith("V")
                            && c.arguments().contains(array)
                            && c.receiver().isPresent())
                    .toList();
        }

        private void ofParameter(int index, Way way, int depth) {
            Optional<Edge> via = way.via();
            if (via.isEmpty()) {
                found.add(new KeyPart.Other());
            } else if (via.get().how() == Edge.Kind.OPERATION) {
                found.add(
                        via.get().site() instanceof Site.Call call
                                ? ofOperation(
                                        call.target(),
                                        index - way.visit().body().shape().captured())
                                : new KeyPart.Other());
            } else {
                via.get()
                        .argument(index)
                        .filter(b -> b.value() instanceof Value.Derived)
                        .ifPresentOrElse(
                                b -> addAll(
                                        ((Value.Derived) b.value()).operands(),
                                        way.outer().orElseThrow().at(b.visit()),
                                        depth),
                                () -> found.add(new KeyPart.Other()));
            }
        }

        /** What an operation gives its function. */
        private static KeyPart ofOperation(MethodKey operation, int parameter) {
            if (DurableSdk.isAttemptNumber(operation, parameter)) {
                return new KeyPart.Varying("the attempt number of `withRetry`", GivenKey.Fault.OF_RETRY);
            }
            return DurableSdk.isMapIndex(operation, parameter)
                    ? new KeyPart.Place("the index of `map`")
                    : new KeyPart.Other();
        }

        private void ofCall(Site.Call call, Way way, int depth) {
            Optional<Effect> effect = effects.apply(ApiUse.of(call, way.visit()));
            if (DurableSdk.isPosition(call.target(), program)) {
                found.add(new KeyPart.Place("`" + call.target().name() + "`"));
            } else if (DurableSdk.isAttempt(call.target(), program)) {
                found.add(new KeyPart.Varying("`StepContext.getAttempt`", GivenKey.Fault.VARYING));
            } else if (call.isAllocation() && program.isSubtype(call.target().owner(), ENUM)) {
                found.add(new KeyPart.Literal());
            } else if (effect.filter(KeyParts::varies).isPresent()) {
                found.add(varying(ApiUse.of(call, way.visit())));
            } else if (passesThrough(call, way, effect)) {
                ofOperands(call, way, depth);
            } else {
                found.add(new KeyPart.Other());
            }
        }

        private void ofOperands(Site.Call call, Way way, int depth) {
            call.receiver().ifPresent(r -> {
                add(r, way, depth);
                givenTo(r, call, way).forEach(a -> add(a, way, depth));
            });
            addAll(call.arguments(), way, depth);
            contents.of(call, way).forEach(t -> add(t.value(), t.way(), depth));
            for (ApiUse reference : uses.references(call, way.visit())) {
                if (effects.apply(reference).filter(KeyParts::varies).isPresent()) {
                    found.add(varying(reference));
                }
            }
            for (Edge edge : way.visit().outgoing(call)) {
                edge.callee()
                        .body()
                        .sites(Site.Return.class)
                        .flatMap(r -> r.value().stream())
                        .forEach(v -> add(v, way.into(edge), depth));
            }
        }

        /** What other calls on the same object are given, as in {@code digest.update(…)}. */
        private List<Value> givenTo(Value receiver, Site.Call but, Way way) {
            List<Value> given = new ArrayList<>();
            if (receiver instanceof Value.Result) {
                way.visit()
                        .body()
                        .sites(Site.Call.class)
                        .filter(c -> c != but
                                && c.receiver().filter(receiver::equals).isPresent())
                        .forEach(c -> given.addAll(c.arguments()));
            }
            return given;
        }

        /** The platform's text, hashes and collections, and what the catalogue calls pure. */
        private boolean passesThrough(Site.Call call, Way way, Optional<Effect> effect) {
            boolean object = call.isAllocation() && !way.visit().outgoing(call).isEmpty();
            boolean platform = call.target().isOfPlatform() && effect.isEmpty();
            boolean named = program.isSubtype(call.target().owner(), ENUM)
                    && ENUM_TEXTS.contains(call.target().name())
                    && way.visit().outgoing(call).isEmpty();
            return !object
                    && (platform || named || effect.filter(Effect.PURE::equals).isPresent());
        }
    }

    private static KeyPart varying(ApiUse use) {
        boolean once = use.visit().region() == Region.INITIALIZATION;
        return new KeyPart.Varying("`" + use.name() + "`", once ? GivenKey.Fault.OF_SANDBOX : GivenKey.Fault.VARYING);
    }

    private static boolean varies(Effect effect) {
        return effect == Effect.CLOCK || effect == Effect.RANDOM || effect == Effect.INVOCATION_DATA;
    }
}
