package dev.replaylint.catalog;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import java.io.File;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What must hold of the data files as such. */
class BundledFilesTest {

    /** Members of Java releases after 17, which this test's platform need not have. */
    private static final Set<String> NEWER = Set.of(
            "addFirst",
            "addLast",
            "ceilDiv",
            "gather",
            "getFirst",
            "getLast",
            "newHashMap",
            "newHashSet",
            "newLinkedHashMap",
            "newLinkedHashSet",
            "newSequencedSetFromMap",
            "newWeakHashMap",
            "removeFirst",
            "removeLast",
            "reversed",
            "sequencedEntrySet",
            "sequencedKeySet",
            "sequencedValues",
            "shuffle",
            "startVirtualThread",
            "threadId",
            "toIdentityString");

    private static final KnownTypes TYPES = new KnownTypes();

    @Test
    void everyFileOfTheFolderIsRead() throws Exception {
        File folder = new File(BundledFiles.class.getResource("aws-sdk.txt").toURI()).getParentFile();
        List<String> found = Stream.of(folder.list((dir, name) -> name.endsWith(".txt")))
                .filter(name -> !name.startsWith("expected-"))
                .toList();

        assertThat(BundledFiles.NAMES).containsExactlyElementsIn(found);
        assertThat(BundledFiles.NAMES).isInOrder();
    }

    @Test
    void everySectionIsSorted() {
        for (String file : BundledFiles.NAMES) {
            for (List<String> section : sections(file)) {
                assertWithMessage(file + " " + section.get(0)).that(section).isInStrictOrder();
            }
        }
    }

    @Test
    void everySectionHasATitleAndEveryLineIsTidy() {
        for (String file : BundledFiles.NAMES) {
            List<String> lines = BundledFiles.lines(file);
            assertWithMessage(file).that(lines.get(0)).startsWith("# ");
            for (String line : lines) {
                assertWithMessage(file + ": " + line).that(line).isEqualTo(line.strip());
                assertWithMessage(file + ": " + line).that(line).doesNotContain("\t");
            }
        }
    }

    @Test
    void whatIsSaidOfThePlatformNamesMembersThatExist() {
        List<String> wrong = new ArrayList<>();
        for (CatalogEntry<?> entry : Catalog.bundled().entries()) {
            if (isOfKnownPlatformClass(entry) && members(entry.pattern()).isEmpty()) {
                wrong.add(entry.source() + " " + entry.pattern());
            }
        }

        assertThat(wrong).isEmpty();
    }

    @Test
    void operandsOfThePlatformsMembersExist() {
        List<String> wrong = new ArrayList<>();
        for (CatalogEntry<?> entry : Catalog.bundled().entries()) {
            if (!isOfKnownPlatformClass(entry)) {
                continue;
            }
            int arity = members(entry.pattern()).stream()
                    .mapToInt(Executable::getParameterCount)
                    .max()
                    .orElse(0);
            Stream.concat(entry.from().stream(), Stream.of(entry.into()))
                    .filter(o -> o.role() == Operand.Role.ARGUMENT && o.index() >= arity)
                    .forEach(o -> wrong.add(entry.source() + " " + o));
        }

        assertThat(wrong).isEmpty();
    }

    private static boolean isOfKnownPlatformClass(CatalogEntry<?> entry) {
        Optional<String> member = entry.pattern().member();
        return entry.pattern().types().kind() == Pattern.TypePattern.Kind.CLASS
                && member.isPresent()
                && !NEWER.contains(member.get())
                && platform(entry.pattern().types().text()).isPresent();
    }

    private static List<Executable> members(Pattern pattern) {
        Stream<Executable> all = Stream.concat(
                        TYPES.supertypes(pattern.types().text()).stream(), Stream.of("java.lang.Object"))
                .flatMap(type -> platform(type).stream())
                .flatMap(c -> Stream.concat(Arrays.stream(c.getDeclaredMethods()), constructors(c, pattern)));
        return all.filter(m -> Globs.matchesName(pattern.member().orElseThrow(), name(m)))
                .filter(m ->
                        pattern.parameters().map(p -> p.equals(parameters(m))).orElse(true))
                .toList();
    }

    private static Stream<Constructor<?>> constructors(Class<?> type, Pattern pattern) {
        return type.getName().equals(pattern.types().text())
                ? Arrays.stream(type.getDeclaredConstructors())
                : Stream.empty();
    }

    private static String name(Executable member) {
        return member instanceof Constructor ? "<init>" : member.getName();
    }

    private static List<String> parameters(Executable member) {
        return Arrays.stream(member.getParameterTypes())
                .map(Class::descriptorString)
                .toList();
    }

    private static Optional<Class<?>> platform(String type) {
        try {
            return Optional.of(Class.forName(type, false, ClassLoader.getPlatformClassLoader()));
        } catch (ClassNotFoundException notOfThePlatform) {
            return Optional.empty();
        }
    }

    private static List<List<String>> sections(String file) {
        List<List<String>> sections = new ArrayList<>();
        boolean open = false;
        for (String line : BundledFiles.lines(file)) {
            boolean entry = !line.isEmpty() && !line.startsWith("#");
            if (entry && !open) {
                sections.add(new ArrayList<>());
            }
            if (entry) {
                sections.get(sections.size() - 1).add(line);
            }
            open = entry;
        }
        return sections;
    }
}
