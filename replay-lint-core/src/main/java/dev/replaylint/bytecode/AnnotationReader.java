package dev.replaylint.bytecode;

import dev.replaylint.program.Lines;
import dev.replaylint.program.Location;
import dev.replaylint.program.Names;
import dev.replaylint.program.Note;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AnnotationNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldNode;

/**
 * Reads the annotations of one class, its methods and its fields. Those on variables are not in class files; those on a method are
 * also on the bridge that the compiler makes to it.
 */
final class AnnotationReader {

    private final ClassNode node;
    private final CodeLines lines;
    private final Collection<String> names;
    private final List<Note> notes = new ArrayList<>();

    private AnnotationReader(ClassNode node, CodeLines lines, Collection<String> names) {
        this.node = node;
        this.lines = lines;
        this.names = names;
    }

    /**
     * The annotations with one of these simple names.
     *
     * @param inside the classes that are nested in the class, at any depth
     */
    static List<Note> read(ClassNode node, List<ClassNode> inside, Collection<String> names) {
        AnnotationReader reader = new AnnotationReader(node, new CodeLines(node, inside), names);
        reader.add(node.visibleAnnotations, node.invisibleAnnotations, "", reader.lines::ofClass);
        node.methods.stream()
                .filter(m -> (m.access & Opcodes.ACC_SYNTHETIC) == 0)
                .forEach(m ->
                        reader.add(m.visibleAnnotations, m.invisibleAnnotations, m.name, () -> reader.lines.of(m)));
        for (FieldNode field : node.fields) {
            reader.add(field.visibleAnnotations, field.invisibleAnnotations, field.name, () -> reader.lines.of(field));
        }
        return reader.notes;
    }

    private void add(
            @Nullable List<AnnotationNode> visible,
            @Nullable List<AnnotationNode> invisible,
            String member,
            Supplier<SortedSet<Integer>> lines) {
        add(visible == null ? List.of() : visible, member, lines);
        add(invisible == null ? List.of() : invisible, member, lines);
    }

    private void add(List<AnnotationNode> annotations, String member, Supplier<SortedSet<Integer>> lines) {
        for (AnnotationNode annotation : annotations) {
            String name = HeaderReader.simpleName(annotation.desc);
            if (names.contains(name)) {
                SortedSet<Integer> covered = lines.get();
                Location first = new Location(ClassCode.file(node), covered.isEmpty() ? 0 : covered.first(), 0);
                Note.About about = new Note.About(first, Names.binary(node.name), member, Lines.of(covered));
                notes.add(new Note.Annotation(name, elements(annotation), about));
            }
        }
    }

    private static SortedMap<String, List<String>> elements(AnnotationNode annotation) {
        SortedMap<String, List<String>> elements = new TreeMap<>();
        List<Object> values = annotation.values == null ? List.of() : annotation.values;
        for (int i = 0; i + 1 < values.size(); i += 2) {
            Object value = values.get(i + 1);
            List<String> texts = new ArrayList<>();
            (value instanceof List<?> list ? list : List.of(value)).forEach(v -> texts.add(String.valueOf(v)));
            elements.put(String.valueOf(values.get(i)), texts);
        }
        return elements;
    }
}
