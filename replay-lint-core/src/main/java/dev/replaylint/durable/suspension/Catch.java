package dev.replaylint.durable.suspension;

import dev.replaylint.durable.flow.Visit;
import dev.replaylint.program.Names;
import dev.replaylint.program.Site;
import dev.replaylint.program.TryRange;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A handler of replayed code that an exception of the SDK comes to.
 *
 * @param visit where the handler is
 * @param types those of the handler's types that include the exception; none for {@code finally}
 * @param site the first site of the try that the exception may come from
 * @param suspension what suspends there
 * @param lost where code goes on without the exception; empty if it is thrown on, for all that can be seen
 * @param actions what the handler does on the exception
 */
public record Catch(
        Visit visit,
        TryRange.Handler handler,
        List<String> types,
        Site site,
        Suspension suspension,
        Optional<Site> lost,
        List<Action> actions) {

    public Catch {
        types = List.copyOf(types);
        actions = List.copyOf(actions);
    }

    /** The call that closes the resource, where the handler is that of a try with a resource. */
    public Optional<Site.Call> closing() {
        return Resources.closedBy(handler, visit.body());
    }

    /** {@code catch (Throwable)}, or {@code finally}. */
    public String label() {
        return handler.isFinally()
                ? "`finally`"
                : "`catch (" + handler.types().stream().map(Names::simple).collect(Collectors.joining(" | ")) + ")`";
    }
}
