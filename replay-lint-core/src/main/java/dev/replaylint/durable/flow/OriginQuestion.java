package dev.replaylint.durable.flow;

import dev.replaylint.program.FieldKey;
import dev.replaylint.program.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What somebody asks of {@link Origins}: where what a chain of fields, read from the value, holds comes from. */
record OriginQuestion(Value value, Visit visit, List<FieldKey> path) {

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof OriginQuestion q && q.value == value && q.visit == visit && q.path.equals(path);
    }

    @Override
    public int hashCode() {
        int where = 31 * System.identityHashCode(value) + System.identityHashCode(visit);
        return path.isEmpty() ? where : 31 * where + path.hashCode();
    }
}
