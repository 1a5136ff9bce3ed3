package dev.replaylint.program;

import dev.replaylint.program.type.ClassHeader;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Code of which some classes are left out, or not judged.
 *
 * @param rest the classes that are left
 * @param judged the classes that are looked at themselves, if they are in the whole
 */
record RestOfCode(CodeSource whole, Predicate<String> rest, Predicate<String> judged) implements CodeSource {

    @Override
    public Optional<ClassHeader> type(String binaryName) {
        return rest.test(binaryName) ? whole.type(binaryName) : Optional.empty();
    }

    @Override
    public Optional<Body> body(MethodKey key) {
        return rest.test(key.owner()) ? whole.body(key) : Optional.empty();
    }

    @Override
    public Set<String> directSubtypes(String binaryName) {
        Set<String> kept = new TreeSet<>(whole.directSubtypes(binaryName));
        kept.removeIf(rest.negate());
        return kept;
    }

    @Override
    public List<String> typesMentioning(Set<String> words) {
        return whole.typesMentioning(words).stream().filter(rest).toList();
    }

    @Override
    public boolean isJudged(String binaryName) {
        return rest.test(binaryName) && judged.test(binaryName) && whole.isJudged(binaryName);
    }

    @Override
    public List<Note> notes(Set<String> files, Note.Query query) {
        return whole.notes(files, query).stream()
                .filter(n -> rest.test(n.about().type()))
                .toList();
    }

    @Override
    public List<Problem> problems() {
        return whole.problems();
    }

    @Override
    public Extent extent() {
        return whole.extent();
    }
}
