package dev.replaylint.durable.payload;

import dev.replaylint.durable.flow.CallPath;
import dev.replaylint.durable.flow.Constructions;
import dev.replaylint.durable.flow.Definitions;
import dev.replaylint.durable.flow.Effects;
import dev.replaylint.durable.flow.Given;
import dev.replaylint.durable.flow.Started;
import dev.replaylint.durable.flow.Term;
import dev.replaylint.durable.flow.Visit;
import dev.replaylint.durable.sdk.DurableSettings;
import dev.replaylint.durable.settings.Kept;
import dev.replaylint.program.MethodKey;
import dev.replaylint.program.Names;
import dev.replaylint.program.Program;
import dev.replaylint.program.Site;
import dev.replaylint.program.Value;
import dev.replaylint.program.type.JavaType;
import dev.replaylint.program.type.JavaType.ArrayType;
import dev.replaylint.program.type.JavaType.ClassType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What operations give back, as far as it comes out of a checkpoint: the types that they are told, and what they are in truth. */
public final class Payloads {

    private final Program program;
    private final Definitions definitions;
    private final JsonTypes json;
    private final Products products;
    private final SerDesUse serDes;
    private final Effects effects;
    private final Map<GivenType, Started> given = new LinkedHashMap<>();

    public Payloads(
            Program program,
            Effects effects,
            Definitions definitions,
            Constructions constructions,
            List<Started> started) {
        this.program = program;
        this.effects = effects;
        this.definitions = definitions;
        this.json = new JsonTypes(program, effects);
        this.products = new Products(program, definitions);
        this.serDes = new SerDesUse(program, constructions);
        started.stream()
                .filter(s -> !new Kept(definitions, constructions).isVirtual(s))
                .forEach(this::add);
    }

    /** Every type that an operation is told its result has. */
    public List<GivenType> types() {
        return List.copyOf(given.keySet());
    }

    /** Why a result does not come through JSON as it was; empty if it does, or nobody knows. */
    public Optional<Misfit> misfit(GivenType type) {
        return json.misfit(type.type());
    }

    private void add(Started started) {
        MethodKey target = started.operation().call().target();
        DurableSettings.resultType(target).ifPresent(i -> {
            Given argument = Given.of(
                    started.operation().call().arguments().get(i),
                    started.operation().call(),
                    started.way());
            for (Term term : definitions.of(argument.value(), argument.way())) {
                boolean token = token(term).isPresent();
                token(term)
                        .or(() -> literal(term))
                        .map(t -> new GivenType(
                                started.operation(), path(argument, term), t, token, serDes.isOwn(started)))
                        .ifPresent(t -> given.put(t, started));
            }
        });
    }

    /** To the code that decides on the type: where an object keeps it, the code that makes the object. */
    private CallPath path(Given argument, Term term) {
        Visit maker = term.way().visit();
        boolean kept = argument.value() instanceof Value.FieldValue
                && maker != argument.way().visit();
        return maker.body()
                .sites(Site.Call.class)
                .filter(c -> kept && c.target().isConstructor())
                .filter(c -> c.arguments().stream().anyMatch(a -> a.settled() == term.value()))
                .findFirst()
                .map(c -> CallPath.along(term.way(), c, program))
                .orElseGet(() -> argument.path(program));
    }

    private Optional<JavaType> token(Term term) {
        return term.value() instanceof Value.Result made && made.call().isAllocation()
                ? program.type(made.call().target().owner()).flatMap(DurableSettings::keptType)
                : Optional.empty();
    }

    private Optional<JavaType> literal(Term term) {
        if (term.value() instanceof Value.Result made
                && DurableSettings.isTokenOfClass(made.call().target())
                && !made.call().arguments().isEmpty()) {
            return definitions.of(made.call().arguments().get(0), term.way()).stream()
                    .flatMap(t -> literal(t).stream())
                    .findFirst();
        }
        return term.value() instanceof Value.Constant c && c.constant() instanceof Value.ClassLiteral literal
                ? Optional.of(type(literal.binaryName()))
                : Optional.empty();
    }

    /** Class literals of arrays are named by their descriptor. */
    private static JavaType type(String name) {
        if (name.startsWith("[")) {
            return new ArrayType(type(name.substring(1)));
        }
        for (JavaType.Primitive primitive : JavaType.Primitive.values()) {
            if (name.equals(String.valueOf(primitive.code()))) {
                return primitive;
            }
        }
        boolean described = name.startsWith("L") && name.endsWith(";");
        return new ClassType(described ? Names.binary(name.substring(1, name.length() - 1)) : name);
    }

    /** Generic types without arguments, where what comes back is not what was there. */
    public List<RawType> rawTypes() {
        List<RawType> found = new ArrayList<>();
        for (GivenType type : types()) {
            if (neverComesBack(type)) {
                continue;
            }
            if (type.token() && RawTypes.hasVariable(type.type())) {
                found.add(new RawType(type, TypeText.of(type.type()), Optional.empty(), RawTypes.OBJECT, true));
            } else if (RawTypes.isRaw(type.type(), program)) {
                raw(type).ifPresent(found::add);
            }
        }
        return found;
    }

    /** Whether the operation fails before anybody sees what the elements have become. */
    private boolean neverComesBack(GivenType type) {
        return !type.ownSerDes() && misfit(type).filter(m -> m.kind().fails()).isPresent();
    }

    private Optional<RawType> raw(GivenType type) {
        Started started = given.get(type);
        List<ClassType> known = started == null ? List.of() : products.types(started);
        Optional<JavaType> element = known.stream()
                .flatMap(t -> t.arguments().stream())
                .filter(a -> !RawTypes.isNative(a))
                .findFirst();
        boolean map = program.isSubtype(((ClassType) type.type()).name(), "java.util.Map");
        return element.isEmpty() && (map || !known.isEmpty())
                ? Optional.empty()
                : Optional.of(new RawType(
                        type,
                        TypeText.of(type.type()),
                        element.map(TypeText::of),
                        element.map(e -> RawTypes.readAs(e, program)).orElse(RawTypes.OBJECT),
                        false));
    }

    /** Types whose results are likely to be larger than a checkpoint takes. */
    public List<WholeResult> largeResults() {
        List<WholeResult> found = new ArrayList<>();
        given.forEach((type, started) -> WholeResult.cause(type, products.terms(started), effects)
                .ifPresent(c -> found.add(new WholeResult(type, c))));
        return found;
    }
}
