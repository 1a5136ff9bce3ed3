package dev.replaylint.hostile;

import dev.replaylint.Committed;
import dev.replaylint.Configuration;
import dev.replaylint.ConfigurationReader;
import dev.replaylint.manifest.ManifestFile;
import dev.replaylint.suppression.BaselineFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The files that are committed beside code, and how each is read. */
enum CommittedKind {
    CONFIGURATION("replay-lint.yml") {
        @Override
        Read read(Path module) throws ConfigurationReader.Invalid {
            Optional<Path> file = Optional.of(module.resolve(file()));
            return new Read(ConfigurationReader.read(file, List.of(), List.of()), Committed.NOTHING);
        }
    },

    MANIFEST(ManifestFile.NAME) {
        @Override
        Read read(Path module) throws Exception {
            ManifestFile file = new ManifestFile(module, module.resolve("target"));
            return new Read(Configuration.defaults(), new Committed(file.read(), Optional.empty()));
        }
    },

    BASELINE(BaselineFile.NAME) {
        @Override
        Read read(Path module) throws Exception {
            BaselineFile file = new BaselineFile(module, module.resolve("target"));
            return new Read(Configuration.defaults(), new Committed(Optional.empty(), file.read()));
        }
    };

    private final String file;

    CommittedKind(String file) {
        this.file = file;
    }

    /** Its name in the module's directory. */
    String file() {
        return file;
    }

    /** What an analysis makes of it. */
    record Read(Configuration configuration, Committed committed) {}

    /** Reads the file of a module as the goals do. */
    abstract Read read(Path module) throws Exception;
}
