package dev.replaylint;

import dev.replaylint.Attempt.Done;
import dev.replaylint.Attempt.Failed;
import dev.replaylint.catalog.Catalog;
import dev.replaylint.durable.ReplayModel;
import dev.replaylint.durable.sdk.Candidates;
import dev.replaylint.durable.sdk.EntryPoint;
import dev.replaylint.program.Body;
import dev.replaylint.program.BodyShape;
import dev.replaylint.program.Location;
import dev.replaylint.program.MethodKey;
import dev.replaylint.program.Names;
import dev.replaylint.program.Problem;
import dev.replaylint.program.Program;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Does work that may fail by a defect of ours, and says what it fails on: the handler is named, and the others stay. */
final class Defects {

    private static final String NO_FILE = "replay-lint";

    private final Catalog catalog;
    private final List<Problem> problems = new ArrayList<>();

    Defects(Catalog catalog) {
        this.catalog = catalog;
    }

    /** What failed so far. */
    List<Problem> problems() {
        return List.copyOf(problems);
    }

    /** The model of a program, without the classes on which it fails. */
    ReplayModel model(Program program) {
        if (Attempt.at(() -> modelled(program)) instanceof Done<ReplayModel> whole) {
            return whole.result();
        }
        Set<String> failing = new TreeSet<>();
        for (String name : Candidates.of(program)) {
            if (Attempt.at(() -> modelled(alone(program, name))) instanceof Failed<ReplayModel> failed) {
                failing.add(name);
                problems.add(problem("the model of its replay", Optional.of(name), program, failed.thrown()));
            }
        }
        Attempt<ReplayModel> rest = Attempt.at(() -> modelled(program.judging(n -> !failing.contains(n))));
        if (rest instanceof Failed<ReplayModel> failed) {
            problems.add(problem("the model of all replayed code", Optional.empty(), program, failed.thrown()));
            return modelled(program.judging(n -> false));
        }
        return ((Done<ReplayModel>) rest).result();
    }

    private ReplayModel modelled(Program program) {
        return ReplayModel.of(program, catalog);
    }

    private static Program alone(Program program, String name) {
        return program.judging(name::equals);
    }

    /** The result of work on a model; empty if it fails. The first class on which it fails, too, is named then. */
    <T> Optional<T> attempt(String what, ReplayModel model, Function<ReplayModel, T> work) {
        Attempt<T> attempt = Attempt.at(() -> work.apply(model));
        if (attempt instanceof Failed<T> failed) {
            Optional<String> failing = model.entryPoints().stream()
                    .map(EntryPoint::method)
                    .map(MethodKey::owner)
                    .filter(n -> failsOn(n, model, work))
                    .findFirst();
            problems.add(problem(what, failing, model.program(), failed.thrown()));
            return Optional.empty();
        }
        return Optional.of(((Done<T>) attempt).result());
    }

    /** Work does not say what it looks at, so it is done again, for one class after the other. */
    private <T> boolean failsOn(String name, ReplayModel model, Function<ReplayModel, T> work) {
        return Attempt.at(() -> work.apply(modelled(alone(model.program(), name)))) instanceof Failed<T>;
    }

    private static Problem problem(String what, Optional<String> failing, Program program, Throwable thrown) {
        Optional<MethodKey> handler = failing.flatMap(n -> known(() -> Candidates.handler(n, program)));
        Optional<Location> place = failing.flatMap(n -> known(() -> place(n, handler, program)));
        String on = handler.map(h -> Names.simple(failing.get()) + "." + h.name())
                .or(() -> failing.map(Names::simple))
                .map(n -> " on `" + n + "`")
                .orElse("");
        return new Problem(
                place.map(Location::file).or(() -> failing).orElse(NO_FILE),
                place.map(Location::line).orElse(0),
                what + " failed" + on + ": " + thrown + at(thrown),
                true,
                true);
    }

    /** What is asked to say where it failed may fail, too. */
    private static <T> Optional<T> known(Supplier<Optional<T>> asked) {
        return Attempt.at(asked) instanceof Done<Optional<T>> done ? done.result() : Optional.empty();
    }

    /** Of a class without a handler's method, any of its methods. */
    private static Optional<Location> place(String name, Optional<MethodKey> handler, Program program) {
        return handler.or(() -> Candidates.methods(name, program).stream()
                        .filter(m -> program.body(m).isPresent())
                        .findFirst())
                .flatMap(program::body)
                .map(Body::shape)
                .map(BodyShape::location);
    }

    private static String at(Throwable thrown) {
        return Stream.of(thrown.getStackTrace())
                .filter(f -> f.getClassName().startsWith(Defects.class.getPackageName()))
                .findFirst()
                .map(f -> " at " + f.getFileName() + ":" + f.getLineNumber())
                .orElse("");
    }
}
