package dev.replaylint.maven;

import java.util.Map;
import java.util.function.Supplier;
import org.apache.maven.execution.MavenSession;
import org.eclipse.aether.SessionData;

/**
 * What the modules of one build share. It lives as long as the build's session and not as long as this class, which a daemon keeps and a
 * module with a class path of its own has twice; so only types of the JDK go into it.
 */
final class Reactor {

    private static final String PREFIX = "dev.replaylint.";

    private final SessionData data;

    Reactor(MavenSession session) {
        this.data = session.getRepositorySession().getData();
    }

    /** The map of this name, made by the first that asks for it. Users synchronize on it. */
    @SuppressWarnings("unchecked") // Only this method puts something under these names.
    <V> Map<String, V> map(String name, Supplier<Map<String, V>> made) {
        data.set(PREFIX + name, null, made.get());
        return (Map<String, V>) data.get(PREFIX + name);
    }
}
