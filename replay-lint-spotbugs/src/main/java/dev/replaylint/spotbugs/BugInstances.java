package dev.replaylint.spotbugs;

import dev.replaylint.program.Location;
import dev.replaylint.program.MethodKey;
import dev.replaylint.rule.Finding;
import dev.replaylint.rule.Frame;
import edu.umd.cs.findbugs.BugInstance;
import edu.umd.cs.findbugs.Detector2;
import edu.umd.cs.findbugs.SourceLineAnnotation;
import edu.umd.cs.findbugs.ba.XClass;
import edu.umd.cs.findbugs.ba.XMethod;
import edu.umd.cs.findbugs.classfile.CheckedAnalysisException;
import edu.umd.cs.findbugs.classfile.ClassDescriptor;
import edu.umd.cs.findbugs.classfile.DescriptorFactory;
import edu.umd.cs.findbugs.classfile.IAnalysisCache;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;

/**
 * Findings as SpotBugs' bugs: class, method, message and help by position, as the texts of {@code messages.xml} expect them; then the
 * line; then the way from the handler, nearest first. Lines are not part of a bug's identity, so that baselines survive moved code.
 */
final class BugInstances {

    private static final String CALLED_FROM = "METHOD_CALLED_FROM";
    private static final String GOES_ON = "SOURCE_LINE_PATH_CONTINUES";

    private final Detector2 detector;
    private final NavigableSet<String> seen;
    private final IAnalysisCache cache;

    BugInstances(Detector2 detector, NavigableSet<String> seen, IAnalysisCache cache) {
        this.detector = detector;
        this.seen = seen;
        this.cache = cache;
    }

    /** The bug; empty if the finding is in a class that SpotBugs does not analyse. */
    Optional<BugInstance> of(Finding finding) {
        if (finding.method().isEmpty()) {
            return Optional.of(outsideOfCode(finding));
        }
        MethodKey method = finding.method().get();
        return seen.contains(method.owner()) ? Optional.of(inMethod(finding, method)) : Optional.empty();
    }

    private BugInstance inMethod(Finding finding, MethodKey key) {
        BugInstance bug = bug(finding).addClass(descriptor(key.owner()));
        method(key).ifPresentOrElse(bug::addMethod, () -> bug.addClass(descriptor(key.owner())));
        texts(bug, finding);
        bug.addSourceLine(line(key.owner(), finding.location()));
        path(bug, finding);
        return bug;
    }

    /** What is at no method: in the class of its file, or, as a handler that is gone, in any of the analysed ones. */
    private BugInstance outsideOfCode(Finding finding) {
        String named = className(finding.location());
        ClassDescriptor owner = descriptor(seen.contains(named) ? named : seen.first());
        BugInstance bug = bug(finding).addClass(owner).addClass(owner);
        texts(bug, finding);
        if (seen.contains(named)) {
            bug.addSourceLine(line(named, finding.location()));
        }
        return bug;
    }

    private BugInstance bug(Finding finding) {
        return new BugInstance(detector, BugTypes.of(finding.rule()), BugTypes.priority(finding.severity()));
    }

    private static void texts(BugInstance bug, Finding finding) {
        bug.addString(finding.message()).addString(finding.help());
    }

    private static ClassDescriptor descriptor(String binaryName) {
        return DescriptorFactory.createClassDescriptorFromDottedClassName(binaryName);
    }

    /** SpotBugs tells methods apart by whether they are static, too: suppressions are matched with that. */
    private Optional<XMethod> method(MethodKey key) {
        try {
            XClass owner = cache.getClassAnalysis(XClass.class, descriptor(key.owner()));
            return Optional.ofNullable(owner.findMethod(key.name(), key.descriptor(), false))
                    .or(() -> Optional.ofNullable(owner.findMethod(key.name(), key.descriptor(), true)));
        } catch (CheckedAnalysisException e) {
            return Optional.empty();
        }
    }

    private static void path(BugInstance bug, Finding finding) {
        List<Frame> frames = finding.path();
        int own = frames.size() - 1;
        while (own > 0 && !frames.get(own).location().equals(finding.location())) {
            own--;
        }
        for (int i = own - 1; i >= 0; i--) {
            bug.addSourceLine(line(frames.get(i).location())).describe(CALLED_FROM);
        }
        for (int i = own + 1; i < frames.size(); i++) {
            bug.addSourceLine(line(frames.get(i).location())).describe(GOES_ON);
        }
    }

    /** A line of another class, of which only the file is known: its name tells the package, and mostly the class. */
    private static SourceLineAnnotation line(Location location) {
        return line(className(location), location);
    }

    private static String className(Location location) {
        int end = location.file().lastIndexOf('.');
        String path = end < 0 ? location.file() : location.file().substring(0, end);
        return path.replace('/', '.');
    }

    private static SourceLineAnnotation line(String binaryName, Location location) {
        int line = location.line() == 0 ? -1 : location.line();
        return new SourceLineAnnotation(binaryName, location.fileName(), line, line, -1, -1);
    }
}
