package dev.replaylint.maven;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.SessionData;

/**
 * The modules of one build, and what they share. That lives as long as the build's session and not as long as this class, which a daemon
 * keeps and a module with a class path of its own has twice; so only types of the JDK go into it.
 */
final class Reactor {

    private static final String PREFIX = "dev.replaylint.";

    private final MavenSession session;

    Reactor(MavenSession session) {
        this.session = session;
    }

    /** The map of this name, made by the first that asks for it. Users synchronize on it. */
    @SuppressWarnings("unchecked") // Only this method puts something under these names.
    <V> Map<String, V> map(String name, Supplier<Map<String, V>> made) {
        SessionData data = session.getRepositorySession().getData();
        data.set(PREFIX + name, null, made.get());
        return (Map<String, V>) data.get(PREFIX + name);
    }

    /** What modules hold that print several lines. */
    Object console() {
        return map("console", TreeMap::new);
    }

    /** Whether there are several modules, whichever of them are built. */
    boolean hasModules() {
        return session.getAllProjects().size() > 1;
    }

    /** The project in the directory that the build was started in, or else the first that is built. */
    MavenProject root() {
        Path start =
                Path.of(session.getExecutionRootDirectory()).toAbsolutePath().normalize();
        return session.getAllProjects().stream()
                .filter(p -> p.getBasedir() != null
                        && p.getBasedir().toPath().toAbsolutePath().normalize().equals(start))
                .findFirst()
                .orElseGet(session::getTopLevelProject);
    }
}
