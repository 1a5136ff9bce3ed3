package dev.replaylint.mutation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Handlers without a finding, and what they need.
 *
 * @param name of the unit, its root package
 * @param files texts by their name below the source root
 */
record CleanUnit(String name, Map<String, String> files) {

    private static final Path OWN = Path.of("src/test/mutation/handlers");
    private static final Path FIXTURES = Path.of("../test-fixtures/handlers/src/main/java");
    private static final Path DEMO = Path.of("../test-fixtures/demo/corrected/src/main/java");

    /** All units, in the order of their names. */
    static List<CleanUnit> all() {
        List<CleanUnit> units = new ArrayList<>();
        directories(OWN).forEach(d -> units.add(read(OWN, d)));
        directories(FIXTURES.resolve("fixtures/clean")).stream()
                .map(d -> read(FIXTURES, d))
                .filter(u -> u.files().values().stream().noneMatch(t -> t.contains("// expect")))
                .forEach(units::add);
        units.add(read(DEMO, DEMO.resolve("com/acme/orders")));
        return List.copyOf(units);
    }

    private static List<Path> directories(Path parent) {
        try (Stream<Path> children = Files.list(parent)) {
            return children.filter(Files::isDirectory).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static CleanUnit read(Path root, Path directory) {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(directory)) {
            for (Path path : paths.filter(p -> p.toString().endsWith(".java")).toList()) {
                files.put(root.relativize(path).toString().replace('\\', '/'), Files.readString(path));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new CleanUnit(
                root.relativize(directory).toString().replace('\\', '/').replace('/', '.'), files);
    }
}
