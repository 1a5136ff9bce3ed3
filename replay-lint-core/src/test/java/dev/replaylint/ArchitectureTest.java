package dev.replaylint;

import static com.google.common.truth.Truth.assertThat;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import dev.replaylint.rule.Rule;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The layering of design, as far as class files show it. Plain tests: ArchUnit's own runner has passed with violations present. */
final class ArchitectureTest {

    private static final String ROOT = "dev.replaylint";
    private static final String DURABLE = "durable.";
    private static final String SOURCE_PROGRAM = ROOT + ".SourceProgram";

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> !location.contains("/headers/"))
            .importPackages(ROOT);

    /** What each package may know besides itself and the Java platform. */
    private static final Map<String, List<String>> MAY_KNOW = Map.ofEntries(
            Map.entry("program", List.of()),
            Map.entry("bytecode", List.of("program", "org.objectweb.asm")),
            Map.entry("source", List.of("program", "com.github.javaparser")),
            Map.entry("catalog", List.of("program")),
            Map.entry("durable", List.of("program", "catalog")),
            part("sdk"),
            part("body"),
            part("flow", "sdk", "body"),
            part("graph", "sdk", "body", "flow"),
            part("value", "sdk", "body", "flow", "graph"),
            part("name", "sdk", "body", "flow", "value"),
            part("key", "sdk", "body", "flow", "value"),
            part("settings", "sdk", "body", "flow", "value", "name"),
            part("payload", "sdk", "flow", "settings"),
            part("sink", "sdk", "body", "flow", "value"),
            part("suspension", "sdk", "body", "flow"),
            part("future", "sdk", "body", "flow", "suspension"),
            part("border", "sdk", "body", "flow", "value", "settings", "sink"),
            part("loop", "sdk", "body", "flow", "value"),
            part("tree", "sdk", "body", "flow", "graph", "value", "name", "settings", "loop"),
            Map.entry("manifest", List.of("program", "durable", "yaml", "committed")),
            Map.entry("rule", List.of("program", "durable")),
            Map.entry("rules", List.of("program", "catalog", "durable", "rule")),
            Map.entry("suppression", List.of("program", "rule", "yaml", "json", "committed")),
            Map.entry("report", List.of("program", "durable", "rule", "json", "yaml", "javax.xml.stream")),
            Map.entry("yaml", List.of("org.snakeyaml")),
            Map.entry("json", List.of()),
            Map.entry("committed", List.of()));

    /** A part of {@code durable}, with the parts that it may know. */
    private static Map.Entry<String, List<String>> part(String name, String... parts) {
        Stream<String> known = Stream.of(parts).map(p -> DURABLE + p);
        return Map.entry(
                DURABLE + name,
                Stream.concat(Stream.of("program", "catalog"), known).toList());
    }

    @Test
    void everyPartOfDurableIsListed() {
        Stream<String> packages = CLASSES.stream()
                .map(c -> c.getPackageName())
                .filter(p -> p.startsWith(ROOT + "." + DURABLE))
                .map(p -> p.substring(ROOT.length() + 1));
        assertThat(MAY_KNOW.keySet()).containsAtLeastElementsIn(packages.collect(Collectors.toSet()));
    }

    @Test
    void everyPackageKnowsOnlyWhatItMay() {
        MAY_KNOW.forEach((name, known) -> mayOnlyKnow(name, known).check(CLASSES));
    }

    private static ArchRule mayOnlyKnow(String name, List<String> known) {
        String[] allowed = known.stream()
                .map(k -> (MAY_KNOW.containsKey(k) ? ROOT + "." + k : k) + "..")
                .toArray(String[]::new);
        return classes()
                .that()
                .resideInAPackage(ROOT + "." + name + "..")
                .should()
                .onlyDependOnClassesThat(com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage(
                        com.google.common.collect.ObjectArrays.concat(
                                new String[] {ROOT + "." + name + "..", "java..", "org.jspecify.."},
                                allowed,
                                String.class)));
    }

    /** The jar of the SpotBugs plugin has neither the source front end nor the class that starts it. */
    @Test
    void classFilesAreAnalysedWithoutTheSourceFrontEnd() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".source..")
                .and()
                .doNotHaveFullyQualifiedName(SOURCE_PROGRAM)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(ROOT + ".source..", "com.github.javaparser..")
                .check(CLASSES);
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName(ROOT + ".ReplayLint")
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName(SOURCE_PROGRAM)
                .check(CLASSES);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void rulesAreFinalAndStateless() {
        ArchRule finalClasses = classes().that().implement(Rule.class).should().haveModifier(JavaModifier.FINAL);
        ArchRule stateless = com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields()
                .that()
                .areDeclaredInClassesThat()
                .implement(Rule.class)
                .should()
                .beStatic()
                .andShould()
                .beFinal();
        finalClasses.check(CLASSES);
        stateless.check(CLASSES);
    }

    @Test
    void rulesDoNotKnowEachOther() {
        for (String rule : ruleClasses()) {
            noClasses()
                    .that()
                    .implement(Rule.class)
                    .and()
                    .doNotHaveFullyQualifiedName(rule)
                    .should()
                    .dependOnClassesThat()
                    .haveFullyQualifiedName(rule)
                    .check(CLASSES);
        }
    }

    @Test
    void theTestSeesClasses() {
        assertThat(CLASSES.size()).isGreaterThan(100);
        assertThat(ruleClasses()).isNotEmpty();
    }

    private static List<String> ruleClasses() {
        return CLASSES.stream()
                .filter(c -> c.isAssignableTo(Rule.class) && !c.isInterface())
                .map(c -> c.getFullName())
                .sorted()
                .toList();
    }
}
