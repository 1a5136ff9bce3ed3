package dev.replaylint.maven;

import dev.replaylint.ReplayLint;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.plugin.MojoExecution;

/**
 * Everything that the result of a check depends on.
 *
 * @param settings what is set, and what the module is called where
 * @param analyzer the jars of this plugin
 * @param committed configuration, manifest and baseline, whether they exist or not
 * @param sources the code
 */
record CheckInputs(
        SortedMap<String, String> settings, List<Path> analyzer, List<Path> committed, ReplayLint.Sources sources) {

    /**
     * A digest of all of it.
     *
     * @throws IOException if anything cannot be read, or is not made of plain files
     * @throws IllegalArgumentException if names in a jar are no text
     */
    String key() throws IOException {
        return new InputHash()
                // The class files of the platform are read, too.
                .add(System.getProperty("java.vendor") + " " + Runtime.version())
                .add(settings)
                .addJars(analyzer, "")
                .addFiles(committed)
                .add(sources.encoding().name())
                .addTrees(sources.roots(), ".java")
                .addTrees(sources.siblings(), ".java")
                .addJars(sources.classPath(), ".class")
                .hex();
    }

    /** The jars of this plugin, with those that the POM adds to it; empty where Maven does not say. */
    static List<Path> analyzer(MojoExecution execution) {
        List<Artifact> artifacts =
                execution.getMojoDescriptor().getPluginDescriptor().getArtifacts();
        boolean known = artifacts != null && artifacts.stream().allMatch(a -> a.getFile() != null);
        return known ? artifacts.stream().map(a -> a.getFile().toPath()).toList() : List.of();
    }
}
