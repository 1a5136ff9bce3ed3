package dev.replaylint.durable.value;

import dev.replaylint.durable.flow.Effects;
import dev.replaylint.durable.flow.Visit;
import dev.replaylint.program.Descriptors;
import dev.replaylint.program.Site;
import dev.replaylint.program.Value;

/** Objects that may be filled or changed after they were made, told from their types. */
record MutableObjects(Effects effects) {

    /** Whether a call is a factory of something that is filled later: {@code ByteBuffer.allocate(8)}. */
    boolean isMadeBy(Site.Call call) {
        return call.receiver().isEmpty() && effects.isMutable(call.target().resultClass());
    }

    /** Whether a parameter or result may be such an object that other code has made. */
    boolean isFromElsewhere(Value object, Visit visit) {
        if (object instanceof Value.Parameter parameter) {
            return visit.body().shape().parameterTypes().stream()
                    .skip(parameter.index())
                    .findFirst()
                    .filter(t -> mayChange(Descriptors.className(t)))
                    .isPresent();
        }
        return object instanceof Value.Result result
                && isFromElsewhere(result.call(), visit)
                && mayChange(result.call().target().resultClass());
    }

    private boolean isFromElsewhere(Site.Call call, Visit visit) {
        return !call.isAllocation()
                && (!isMadeBy(call) || !visit.calls(call).isEmpty())
                && effects.sharing(call.target()).isEmpty();
    }

    private boolean mayChange(String type) {
        return type.equals("java.lang.Object") || effects.isMutable(type);
    }
}
