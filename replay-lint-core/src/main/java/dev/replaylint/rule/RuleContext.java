package dev.replaylint.rule;

import dev.replaylint.durable.Drift;
import dev.replaylint.durable.ReplayModel;
import dev.replaylint.durable.flow.CallPath;
import dev.replaylint.durable.flow.Place;
import dev.replaylint.durable.flow.Visit;
import dev.replaylint.program.Location;
import dev.replaylint.program.Note;
import dev.replaylint.program.Site;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a rule may ask, and where it reports. Of several reports on one thing at one place the worst is kept. */
public final class RuleContext {

    private record Key(Location location, String subject) {}

    private final ReplayModel model;
    private final RuleInfo rule;
    private final Written written;
    private final Map<Key, Finding> findings = new LinkedHashMap<>();

    /**
     * A context for one run of one rule.
     *
     * @param written what else rules look at, besides code
     */
    public RuleContext(ReplayModel model, RuleInfo rule, Written written) {
        this.model = model;
        this.rule = rule;
        this.written = written;
    }

    /**
     * What people wrote down about code.
     *
     * @param drifts how the code differs from what is recorded of it
     * @param suppressions what is written in the code to suppress findings; none before the findings are known
     * @param budget how many operations one execution may make
     */
    public record Written(List<Drift> drifts, List<Suppression> suppressions, Budget budget) {
        public Written {
            drifts = List.copyOf(drifts);
            suppressions = List.copyOf(suppressions);
        }
    }

    public ReplayModel model() {
        return model;
    }

    /** How the code differs from what is recorded of it; nothing if it was not compared. */
    public List<Drift> drifts() {
        return written.drifts();
    }

    /** What is written in the code to suppress findings. */
    public List<Suppression> suppressions() {
        return written.suppressions();
    }

    /** How many operations one execution may make. */
    public Budget budget() {
        return written.budget();
    }

    /**
     * What is reported.
     *
     * @param subject what it is about, such as the API's name; part of the fingerprint
     * @param message one lower-case sentence without full stop, code in backticks
     * @param help an imperative
     */
    public record Diagnosis(Severity severity, String subject, String message, String help) {}

    /** Reports a site; the location is the deepest one in the user's own code. */
    public void report(Site site, Visit visit, Diagnosis diagnosis) {
        report(site, visit, site.location(), diagnosis);
    }

    /** Reports a site at another place of the same body, such as the loop around it. */
    public void report(Site site, Visit visit, Location at, Diagnosis diagnosis) {
        report(site, visit, at, List.of(), diagnosis);
    }

    /** Reports a site at a place of its body, because of what happens further down. */
    public void report(Site site, Visit visit, Location at, List<Place> below, Diagnosis diagnosis) {
        Optional<Location> reaches =
                model.reach(site).map(r -> r.operation().call().location());
        model.paths(site, visit).stream()
                .map(p -> p.endingAt(at))
                .forEach(p -> report(p.deepestOwn(), p.continued(below, model.program()), reaches, diagnosis));
    }

    /** Reports the end of a way, which is the one on which it goes wrong. */
    public void report(CallPath path, Diagnosis diagnosis) {
        report(path.deepestOwn(), path, Optional.empty(), diagnosis);
    }

    /** Reports something that has no place in the code; {@code member} is what it is about. */
    public void report(String member, Location at, Diagnosis diagnosis) {
        report(member, at, new Fingerprint(rule.name(), member, "", diagnosis.subject()), diagnosis);
    }

    /** Reports what somebody wrote to suppress findings. */
    public void report(Suppression suppression, Diagnosis diagnosis) {
        Note.About about = suppression.about();
        Fingerprint fingerprint = new Fingerprint(rule.name(), about.type(), about.member(), diagnosis.subject());
        report(CallPath.label(about.type(), about.member()), about.location(), fingerprint, diagnosis);
    }

    private void report(String member, Location at, Fingerprint fingerprint, Diagnosis diagnosis) {
        add(
                new Finding(
                        rule.name(),
                        diagnosis.severity(),
                        at,
                        member,
                        diagnosis.message(),
                        List.of(new Frame(member, at)),
                        diagnosis.help(),
                        fingerprint.toString()),
                diagnosis);
    }

    private void report(CallPath.Step own, CallPath path, Optional<Location> reaches, Diagnosis diagnosis) {
        List<Frame> frames = path.steps().stream()
                .map(s -> new Frame(s.label(), s.location()))
                .toList();
        Fingerprint fingerprint =
                new Fingerprint(rule.name(), own.method().owner(), own.method().name(), diagnosis.subject());
        Finding finding = new Finding(
                rule.name(),
                diagnosis.severity(),
                own.location(),
                own.label(),
                diagnosis.message(),
                frames,
                diagnosis.help(),
                fingerprint.toString(),
                reaches,
                Optional.of(own.method()));
        add(finding, diagnosis);
    }

    private void add(Finding finding, Diagnosis diagnosis) {
        findings.merge(new Key(finding.location(), diagnosis.subject()), finding, RuleContext::worse);
    }

    private static Finding worse(Finding a, Finding b) {
        return a.severity().compareTo(b.severity()) <= 0 ? a : b;
    }

    public Collection<Finding> findings() {
        return findings.values();
    }
}
