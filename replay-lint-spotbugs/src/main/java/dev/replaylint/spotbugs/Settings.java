package dev.replaylint.spotbugs;

import dev.replaylint.Configuration;
import dev.replaylint.ConfigurationReader;
import dev.replaylint.manifest.InvalidManifest;
import dev.replaylint.manifest.ManifestFile;
import dev.replaylint.manifest.Recorded;
import dev.replaylint.report.Sanitizer;
import edu.umd.cs.findbugs.BugReporter;
import edu.umd.cs.findbugs.classfile.ICodeBase;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * What the user has set. A file that cannot be used is logged, and the analysis goes on without it.
 *
 * @param recorded the manifest; empty if there is none or it is not compared
 */
record Settings(Configuration configuration, Optional<Recorded> recorded) {

    private static final UserFile CONFIGURATION = new UserFile("replaylint.config", "META-INF/replay-lint.yml");
    private static final UserFile MANIFEST = new UserFile("replaylint.manifest", "META-INF/" + ManifestFile.NAME);

    /**
     * Reads the files.
     *
     * @param bases places of the class path that belong to the analysed code
     */
    static Settings read(Supplier<Stream<ICodeBase>> bases, BugReporter reporter) {
        Configuration configuration = configuration(bases.get(), reporter);
        boolean compared = configuration.manifest().severity().isPresent();
        return new Settings(configuration, compared ? recorded(bases.get(), reporter) : Optional.empty());
    }

    private static Configuration configuration(Stream<ICodeBase> bases, BugReporter reporter) {
        try {
            return CONFIGURATION.read(bases, ConfigurationReader::read).orElseGet(Configuration::defaults);
        } catch (ConfigurationReader.Invalid | IOException e) {
            reporter.logError(Sanitizer.line("replay-lint: " + e.getMessage() + "; analysed with the defaults"));
            return Configuration.defaults();
        }
    }

    private static Optional<Recorded> recorded(Stream<ICodeBase> bases, BugReporter reporter) {
        try {
            return MANIFEST.read(bases, ManifestFile::read);
        } catch (InvalidManifest | IOException e) {
            reporter.logError(Sanitizer.line("replay-lint: " + e.getMessage() + "; analysed without the manifest"));
            return Optional.empty();
        }
    }
}
