package dev.replaylint.spotbugs;

import edu.umd.cs.findbugs.AbstractBugReporter;
import edu.umd.cs.findbugs.BugCollectionBugReporter;
import edu.umd.cs.findbugs.BugInstance;
import edu.umd.cs.findbugs.BugRanker;
import edu.umd.cs.findbugs.DetectorFactory;
import edu.umd.cs.findbugs.DetectorFactoryCollection;
import edu.umd.cs.findbugs.Priorities;
import edu.umd.cs.findbugs.Project;
import edu.umd.cs.findbugs.config.UserPreferences;
import edu.umd.cs.findbugs.test.SpotBugsRunner;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What SpotBugs says of class files with this plugin and none of its own detectors.
 *
 * @param errors what was logged
 * @param missing classes that were not found
 */
record Analysis(List<BugInstance> bugs, List<String> errors, Set<String> missing) {

    private static final class Reporter extends BugCollectionBugReporter {

        Reporter(Project project) {
            super(project);
            setPriorityThreshold(Priorities.LOW_PRIORITY);
            setRankThreshold(BugRanker.VISIBLE_RANK_MAX);
        }

        Analysis analysis() {
            List<String> errors = getQueuedErrors().stream()
                    .map(AbstractBugReporter.Error::getMessage)
                    .toList();
            List<BugInstance> bugs = List.copyOf(getBugCollection().getCollection());
            return new Analysis(bugs, errors, new TreeSet<>(getMissingClasses()));
        }
    }

    /** Analyses class directories, jars or single class files; the rest of the class path is only read. */
    static Analysis of(SpotBugsRunner spotBugs, List<Path> targets, List<Path> classPath) {
        classPath.forEach(p -> spotBugs.addAuxClasspathEntry(engine -> {}, p));
        Reporter[] reporter = new Reporter[1];
        spotBugs.performAnalysis(
                engine -> {
                    reporter[0] = new Reporter(engine.getProject());
                    engine.setBugReporter(reporter[0]);
                    engine.setUserPreferences(onlyOurs());
                },
                targets.toArray(Path[]::new));
        return reporter[0].analysis();
    }

    private static UserPreferences onlyOurs() {
        UserPreferences preferences = UserPreferences.createDefaultUserPreferences();
        preferences.enableAllDetectors(false);
        for (DetectorFactory factory : DetectorFactoryCollection.instance().getFactories()) {
            boolean suppression = factory.getShortName().contains("Suppress");
            boolean ours = factory.getFullName().equals(ReplayDetector.class.getName());
            preferences.enableDetector(factory, ours || suppression);
        }
        return preferences;
    }

    /** Bugs as {@code TYPE file:line}. */
    List<String> lines() {
        return bugs.stream().map(Analysis::line).toList();
    }

    private static String line(BugInstance bug) {
        var line = bug.getPrimarySourceLineAnnotation();
        return bug.getType() + " " + line.getSourcePath() + ":" + line.getStartLine();
    }
}
