package dev.replaylint.maven;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.maven.RepositoryUtils;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.resolution.ArtifactRequest;
import org.eclipse.aether.resolution.ArtifactResolutionException;

/** The jars of a module's dependencies. Modules of the build have none yet on a clean checkout: their sources are read instead. */
final class DependencyJars {

    private static final Set<String> SCOPES = Set.of("compile", "provided", "system");

    private final RepositorySystem repositories;
    private final MavenSession session;
    private final MavenProject project;
    private final Log log;

    DependencyJars(RepositorySystem repositories, MavenSession session, MavenProject project, Log log) {
        this.repositories = repositories;
        this.session = session;
        this.project = project;
        this.log = log;
    }

    /** What can be had; the rest is one warning, since calls into it stay unknown. */
    List<Path> resolve() {
        List<Path> jars = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        Set<String> modules = modules();
        for (Artifact artifact : project.getArtifacts()) {
            boolean module = modules.contains(artifact.getGroupId() + ":" + artifact.getArtifactId());
            if (!module && SCOPES.contains(artifact.getScope())) {
                resolve(artifact, jars, missing);
            }
        }
        if (!missing.isEmpty()) {
            log.warn("replay-lint: " + missing.size() + " of " + (jars.size() + missing.size())
                    + " dependencies cannot be resolved, calls into them are not followed: "
                    + String.join(", ", missing));
        }
        return jars;
    }

    private Set<String> modules() {
        Set<String> modules = new TreeSet<>();
        session.getAllProjects().forEach(p -> modules.add(p.getGroupId() + ":" + p.getArtifactId()));
        return modules;
    }

    private void resolve(Artifact artifact, List<Path> jars, List<String> missing) {
        ArtifactRequest request =
                new ArtifactRequest(RepositoryUtils.toArtifact(artifact), project.getRemoteProjectRepositories(), null);
        try {
            jars.add(repositories
                    .resolveArtifact(session.getRepositorySession(), request)
                    .getArtifact()
                    .getFile()
                    .toPath());
        } catch (ArtifactResolutionException e) {
            missing.add(artifact.getId());
            log.debug(e);
        }
    }
}
