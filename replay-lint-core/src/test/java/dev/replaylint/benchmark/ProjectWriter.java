package dev.replaylint.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Puts files into modules, and keeps count of them. */
final class ProjectWriter {

    private static final int LINES_OF_MODULE = 40_000;

    private static final String PACKAGE = "com.example.shop";

    private final Path directory;
    private final int wanted;
    private final int modules;
    private final List<Path> files = new ArrayList<>();
    private final List<Path> reached = new ArrayList<>();
    private final Map<String, Template> templates = new LinkedHashMap<>();
    private long lines;

    ProjectWriter(Path directory, int wanted) throws IOException {
        this.directory = directory;
        this.wanted = wanted;
        this.modules = Math.max(2, wanted / LINES_OF_MODULE);
        for (String name : List.of("Money", "Texts", "Page", "Response")) {
            boolean entered = name.equals("Money") || name.equals("Texts");
            write("common", "common/" + name, "common", Feature.of(0), Map.of(), entered);
        }
    }

    boolean isComplete() {
        return lines >= wanted;
    }

    /** The module that the feature of this number and the groups that use it are in. */
    String module(int feature) {
        return "shop" + feature % modules;
    }

    static String packageName(String module, String name) {
        return PACKAGE + "." + module + (name.isEmpty() ? "" : "." + name);
    }

    /**
     * Fills a template and writes it where its first line says.
     *
     * @param name of the package below the module's
     * @param entered whether handlers enter the file
     */
    void write(
            String module, String template, String name, Feature feature, Map<String, String> values, boolean entered)
            throws IOException {
        Random random = new Random(feature.number());
        Map<String, String> all = new LinkedHashMap<>(values);
        all.put("package", packageName(module, name));
        all.put("common", packageName("common", "common"));
        String[] text = template(template)
                .fill(
                        all,
                        feature.fields(),
                        s -> s.equals("maybe") ? random.nextInt(10) < 6 : s.equals(values.get("section")))
                .split("\n", 2);
        Path file = root(module)
                .resolve(all.get("package").replace('.', '/'))
                .resolve(text[0].substring("file ".length()) + ".java");
        Files.createDirectories(file.getParent());
        Files.writeString(file, text[1]);
        lines += text[1].lines().count();
        files.add(file);
        if (entered) {
            reached.add(file);
        }
    }

    private Path root(String module) {
        return directory.resolve(module).resolve("src/main/java");
    }

    private Template template(String name) throws IOException {
        Template template = templates.get(name);
        if (template == null) {
            template = Template.read(name);
            templates.put(name, template);
        }
        return template;
    }

    GeneratedProject finish(int handlers) throws IOException {
        List<String> names = new ArrayList<>(List.of("common"));
        for (int module = 0; module < modules; module++) {
            names.add("shop" + module);
        }
        for (String name : names) {
            Files.createDirectories(root(name));
            String pom = template("pom/module").fill(Map.of("module", name), List.of(), s -> !name.equals("common"));
            Files.writeString(directory.resolve(name).resolve("pom.xml"), pom);
        }
        List<Map<String, String>> elements =
                names.stream().map(n -> Map.of("module", n)).toList();
        Files.writeString(directory.resolve("pom.xml"), template("pom/parent").fill(Map.of(), elements, s -> false));
        Files.write(
                directory.resolve("reached.txt"),
                reached.stream().map(Path::toString).toList());
        return new GeneratedProject(
                directory, names.stream().map(this::root).toList(), handlers, lines, files, reached);
    }
}
