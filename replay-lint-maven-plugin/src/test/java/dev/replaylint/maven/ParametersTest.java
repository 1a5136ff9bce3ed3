package dev.replaylint.maven;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.lang.reflect.Field;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugin.descriptor.Parameter;
import org.eclipse.aether.RepositorySystem;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The values of a goal's parameters. */
final class ParametersTest {

    private static class Base {
        @Nullable
        String inherited;
    }

    private static final class Goal extends Base {
        List<String> list = List.of();
        int number = 50;

        @Nullable
        Boolean flag;

        String session = "handed over";
    }

    private static MojoDescriptor descriptor(String... names) throws Exception {
        MojoDescriptor descriptor = new MojoDescriptor();
        for (String name : names) {
            Parameter parameter = new Parameter();
            parameter.setName(name);
            parameter.setEditable(!name.equals("session"));
            descriptor.addParameter(parameter);
        }
        return descriptor;
    }

    private static Map<String, String> values(Goal goal) throws Exception {
        return Parameters.of(goal, descriptor("inherited", "list", "number", "flag", "session"));
    }

    @Test
    void areReadFromTheirFields() throws Exception {
        Goal goal = new Goal();
        assertThat(values(goal)).containsExactly("number", "50");
        goal.inherited = "null";
        goal.flag = false;
        goal.list = List.of("a", "b");
        assertThat(values(goal))
                .containsExactly("inherited", "null", "list.0", "a", "list.1", "b", "number", "50", "flag", "false");
    }

    @Test
    void elementsOfListsAreNotTakenForOneAnother() throws Exception {
        Goal one = new Goal();
        one.list = List.of("a, b");
        Goal two = new Goal();
        two.list = List.of("a", "b");
        assertThat(values(one)).isNotEqualTo(values(two));
    }

    @Test
    void aParameterWithoutFieldIsAMistake() {
        assertThrows(IllegalStateException.class, () -> Parameters.of(new Goal(), descriptor("none")));
    }

    @Test
    void everyParameterOfCheckIsSeen() throws Exception {
        Set<String> names = new TreeSet<>(Xml.parameters("check"));
        assertThat(names).containsAtLeast("failOn", "includes", "srcRoot", "incremental", "encoding");
        CheckMojo goal = goal();
        Set<String> seen = new TreeSet<>();
        for (String name : names) {
            Field field = field(name);
            field.setAccessible(true);
            Object before = Parameters.of(goal, descriptor(name));
            field.set(goal, other(field.getType()));
            if (!Parameters.of(goal, descriptor(name)).equals(before)) {
                seen.add(name);
            }
        }
        assertThat(seen).isEqualTo(names);
    }

    private static CheckMojo goal() throws Exception {
        var constructor = CheckMojo.class.getDeclaredConstructor(RepositorySystem.class);
        constructor.setAccessible(true);
        return constructor.newInstance((RepositorySystem) null);
    }

    private static Field field(String name) throws NoSuchFieldException {
        for (Class<?> type = CheckMojo.class; type != null; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                if (field.getName().equals(name)) {
                    return field;
                }
            }
        }
        throw new NoSuchFieldException(name);
    }

    private static Object other(Class<?> type) {
        if (type == boolean.class || type == Boolean.class) {
            return true;
        }
        if (type == int.class) {
            return 7;
        }
        if (type == Path.class) {
            return Path.of("x");
        }
        return type == List.class ? List.of("x") : "x";
    }
}
