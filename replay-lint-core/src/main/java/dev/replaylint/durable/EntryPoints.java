package dev.replaylint.durable;

import dev.replaylint.durable.flow.Effects;
import dev.replaylint.durable.flow.Explorer;
import dev.replaylint.durable.flow.Fields;
import dev.replaylint.durable.flow.KeptFunctions;
import dev.replaylint.durable.flow.Visit;
import dev.replaylint.durable.graph.CallGraph;
import dev.replaylint.durable.graph.Constants;
import dev.replaylint.durable.graph.Feasibility;
import dev.replaylint.durable.graph.MadeObjects;
import dev.replaylint.durable.payload.Deserialization;
import dev.replaylint.durable.sdk.Candidates;
import dev.replaylint.durable.sdk.DurableSdk;
import dev.replaylint.durable.sdk.DurableSettings;
import dev.replaylint.durable.sdk.EntryPoint;
import dev.replaylint.durable.sdk.EntryPoint.Kind;
import dev.replaylint.durable.sdk.Region;
import dev.replaylint.program.Body;
import dev.replaylint.program.BodyShape;
import dev.replaylint.program.Descriptors;
import dev.replaylint.program.MethodKey;
import dev.replaylint.program.Program;
import dev.replaylint.program.Site;
import dev.replaylint.program.Value;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds where replayed code starts, handlers first: what they reach needs no entry of its own. */
final class EntryPoints {

    private final Program program;
    private final Effects effects;
    private final Explorer explorer;
    private final List<Map.Entry<EntryPoint, Visit>> found = new ArrayList<>();

    EntryPoints(Program program, Effects effects, Explorer explorer) {
        this.program = program;
        this.effects = effects;
        this.explorer = explorer;
    }

    /** Explores from all entry points; tells where each starts. Handlers that inherit their method start at one place. */
    List<Map.Entry<EntryPoint, Visit>> explore() {
        List<String> sorted = Candidates.of(program);
        sorted.forEach(this::handler);
        deserialize();
        List<Body> bodies = sorted.stream().flatMap(this::bodies).toList();
        bodies.forEach(this::executed);
        refine();
        sorted.forEach(this::contextMethods);
        bodies.forEach(b -> functionsIn(b, b.key()));
        new Feasibility(program, effects, explorer, new Constants(program, effects, objects())).refine();
        refine();
        return found;
    }

    private void deserialize() {
        Deserialization deserialization = new Deserialization(program, effects);
        for (Map.Entry<EntryPoint, Visit> handler : found) {
            for (Body body : deserialization.of(handler.getKey().method())) {
                handler.getValue().isGivenBy(explorer.explore(body, Region.REPLAYED, Optional.empty()));
            }
        }
    }

    private void refine() {
        new CallGraph(program, explorer, objects()).refine();
    }

    private MadeObjects objects() {
        return new MadeObjects(program, effects, new Fields(program, explorer));
    }

    private void handler(String name) {
        boolean concrete =
                program.type(name).filter(t -> !Modifier.isAbstract(t.flags())).isPresent();
        if (concrete) {
            Optional<MethodKey> handler = Candidates.handler(name, program);
            handler.filter(m -> explorer.isKeeper(name)).ifPresent(m -> initialize(name));
            handler.ifPresent(m -> start(m, new EntryPoint(m.in(name), Kind.HANDLER)));
        }
    }

    /** What the fields of a handler keep is known before its method runs. */
    private void initialize(String name) {
        program.supertypes(name).stream()
                .filter(program::isProject)
                .flatMap(t -> KeptFunctions.initializers(program, t).stream())
                .flatMap(i -> program.body(i).stream())
                .forEach(b -> explorer.explore(b, Region.INITIALIZATION, Optional.empty()));
    }

    /** Constructors last: who makes the object is rather found in its methods. */
    private void contextMethods(String owner) {
        List<MethodKey> methods = new ArrayList<>(Candidates.methods(owner, program));
        methods.sort(Comparator.comparing(MethodKey::isConstructor));
        for (MethodKey key : methods) {
            boolean takesContext =
                    Descriptors.parameters(key.descriptor()).stream().anyMatch(DurableSdk::isContextParameter);
            if (takesContext && !explorer.isVisited(key)) {
                start(key, new EntryPoint(key, Kind.CONTEXT_METHOD));
            }
        }
    }

    private Stream<Body> bodies(String owner) {
        List<MethodKey> keys = new ArrayList<>(KeptFunctions.initializers(program, owner));
        keys.addAll(Candidates.methods(owner, program));
        return keys.stream().distinct().flatMap(k -> program.body(k).stream());
    }

    /** Methods and lambdas that the SDK is told to execute. */
    private void executed(Body body) {
        body.sites(Site.Call.class)
                .filter(c -> DurableSettings.executes(c.target()))
                .flatMap(c -> c.arguments().stream())
                .map(Value::settled)
                .filter(Value.Function.class::isInstance)
                .map(f -> ((Value.Function) f).creation().implementation())
                .filter(f -> !explorer.isVisited(f))
                .forEach(f -> start(f, new EntryPoint(isLambda(f) ? body.key() : f, Kind.FUNCTION)));
    }

    private boolean isLambda(MethodKey function) {
        return program.body(function)
                .filter(b -> b.shape().kind() == BodyShape.Kind.LAMBDA)
                .isPresent();
    }

    private void functionsIn(Body body, MethodKey named) {
        for (Site.FunctionCreation creation :
                body.sites(Site.FunctionCreation.class).toList()) {
            MethodKey function = creation.implementation();
            boolean takesContext =
                    Descriptors.parameters(function.descriptor()).stream().anyMatch(DurableSdk::isContextParameter);
            boolean visited = explorer.isVisited(function);
            if (takesContext && !visited) {
                start(function, new EntryPoint(named, Kind.FUNCTION));
            }
            if (!visited && program.isProject(function.owner())) {
                program.body(function)
                        .filter(b -> b.shape().kind() == BodyShape.Kind.LAMBDA)
                        .ifPresent(b -> functionsIn(b, named));
            }
        }
    }

    private void start(MethodKey method, EntryPoint entry) {
        if (!program.isProject(method.owner())) {
            return;
        }
        program.body(method).ifPresent(body -> {
            found.add(Map.entry(entry, explorer.explore(body, Region.REPLAYED, Optional.of(entry))));
        });
    }
}
