package dev.replaylint.durable.value;

import dev.replaylint.durable.flow.Effects;
import dev.replaylint.durable.flow.Expansion;
import dev.replaylint.durable.flow.Leaf;
import dev.replaylint.durable.flow.Origins;
import dev.replaylint.durable.flow.Picks;
import dev.replaylint.durable.flow.Visit;
import dev.replaylint.program.Site;
import dev.replaylint.program.Value;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Elements taken out of collections and arrays whose order is not fixed: which one that is, is another one on every replay. */
record UnorderedPicks(Origins orders, Effects effects) {

    /** Whether a call gives such an element. */
    boolean is(Site.Call call, Visit visit) {
        boolean any = Picks.isAny(call)
                && effects.order(call.target()).isPresent()
                && !new SoleMatches(effects).leadTo(call, visit);
        return any || (Picks.isElement(call) && isOfUnordered(call, visit) && isTold(call, visit));
    }

    /** Whether it matters which element it is: it is picked, or text gets longer by one after the other. */
    private boolean isTold(Site.Call call, Visit visit) {
        return Picks.isPick(call) || new GrowingText(effects).growsBy(call, visit.body());
    }

    private boolean isOfUnordered(Site.Call call, Visit visit) {
        return call.receiver().filter(r -> isUnordered(r, visit)).isPresent();
    }

    private boolean isUnordered(Value value, Visit visit) {
        return new Expansion(orders).of(value, visit).stream().anyMatch(Leaf.Source.class::isInstance);
    }

    /** What gives the array that an element is taken of. */
    Set<Leaf> placed(Value.Element element, Visit visit) {
        Set<Leaf> found = new LinkedHashSet<>();
        for (Value array : element.array().alternatives()) {
            if (array instanceof Value.Result made
                    && visit.calls(made.call()).isEmpty()
                    && Picks.givesArray(made.call(), effects)
                    && isUnordered(made, visit)) {
                found.add(new Leaf.Source(made.call(), visit));
            }
        }
        return found;
    }

    /** Those of the elements. */
    Set<Leaf> taken(Stream<Site.Call> elements, Visit visit) {
        return elements.filter(e -> isOfUnordered(e, visit))
                .map(e -> new Leaf.Source(e, visit))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
