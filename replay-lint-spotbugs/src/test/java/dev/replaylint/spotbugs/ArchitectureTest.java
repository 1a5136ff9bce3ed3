package dev.replaylint.spotbugs;

import static com.google.common.truth.Truth.assertThat;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The plugin knows the façade and what goes in and out of it. */
final class ArchitectureTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.replaylint.spotbugs");

    @Test
    void thePluginKnowsTheFacadeOnly() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "dev.replaylint",
                        "dev.replaylint.spotbugs",
                        "dev.replaylint.program",
                        "dev.replaylint.rule",
                        "dev.replaylint.report",
                        "dev.replaylint.manifest",
                        "edu.umd.cs.findbugs..",
                        "org.jspecify..",
                        "java..")
                .check(CLASSES);
        assertThat(CLASSES.size()).isGreaterThan(5);
    }
}
