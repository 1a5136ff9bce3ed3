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
import org.junit.jupiter.api.Test;

/** The layering of design, as far as class files show it. Plain tests: ArchUnit's own runner has passed with violations present. */
final class ArchitectureTest {

    private static final String ROOT = "dev.replaylint";

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> !location.contains("/headers/"))
            .importPackages(ROOT);

    /** What each package may know besides itself and the Java platform. */
    private static final Map<String, List<String>> MAY_KNOW = Map.of(
            "program", List.of(),
            "bytecode", List.of("program", "org.objectweb.asm"),
            "source", List.of("program", "com.github.javaparser"),
            "catalog", List.of("program"),
            "durable", List.of("program", "catalog"),
            "manifest", List.of("program", "durable", "yaml"),
            "rule", List.of("program", "durable"),
            "rules", List.of("program", "catalog", "durable", "rule"),
            "report", List.of("program", "durable", "rule", "yaml", "javax.xml.stream"),
            "yaml", List.of("org.snakeyaml"));

    @Test
    void everyPackageKnowsOnlyWhatItMay() {
        MAY_KNOW.forEach((name, known) -> mayOnlyKnow(name, known).check(CLASSES));
    }

    private static ArchRule mayOnlyKnow(String name, List<String> known) {
        String[] allowed = known.stream()
                .map(k -> (k.contains(".") ? k : ROOT + "." + k) + "..")
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
