package dev.replaylint.maven;

import java.lang.reflect.Field;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugin.descriptor.Parameter;
import org.jspecify.annotations.Nullable;

/** What users have set of a goal. Taken from its descriptor, so that a parameter that is added later is not forgotten. */
final class Parameters {

    private Parameters() {}

    /**
     * The values by the names of their parameters; what is not set is left out, and so is what Maven hands over by itself.
     *
     * @throws IllegalStateException if the goal is not the one that is described
     */
    static SortedMap<String, String> of(Object goal, MojoDescriptor descriptor) {
        SortedMap<String, String> values = new TreeMap<>();
        for (Parameter parameter : descriptor.getParameters()) {
            if (parameter.isEditable()) {
                add(parameter.getName(), value(goal, parameter.getName()), values);
            }
        }
        return values;
    }

    /** Elements of lists get names of their own: they may have commas in them. */
    private static void add(String name, @Nullable Object value, SortedMap<String, String> values) {
        if (value instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                add(name + "." + i, list.get(i), values);
            }
        } else if (value != null) {
            values.put(name, value.toString());
        }
    }

    private static @Nullable Object value(Object goal, String name) {
        for (Class<?> type = goal.getClass(); type != null; type = type.getSuperclass()) {
            try {
                Field field = type.getDeclaredField(name);
                field.setAccessible(true);
                return field.get(goal);
            } catch (NoSuchFieldException e) {
                // A superclass has it.
            } catch (IllegalAccessException e) {
                throw new IllegalStateException(name + " is not accessible", e);
            }
        }
        throw new IllegalStateException(goal.getClass() + " has no field for its parameter " + name);
    }
}
