package dev.replaylint.durable.loop;

import dev.replaylint.durable.flow.CallFrame;
import dev.replaylint.durable.value.ValueTrail.Located;
import dev.replaylint.program.Site;
import dev.replaylint.program.Value;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** How many elements collections have at a place: as they are made, and no more than code has asked or lets others make. */
record Elements(Numbers numbers, Sizes sizes, Guards guards, ReturnedAmounts returned) {

    Rounds of(Value collection, Site where, CallFrame frame) {
        Rounds size = sizes.of(collection, frame, where.location());
        List<Located> wholes = sizes.wholes(collection, frame);
        for (int i = 0; i < wholes.size() - 1; i++) {
            Optional<Share> part = sizes.part(wholes.get(i));
            if (part.isPresent()) {
                Located range = wholes.get(i + 1);
                Rounds groups = part.get().in(of(range.value(), where, range.frame()));
                return guards.most(wholes.subList(0, i + 1), where, frame)
                        .map(groups::upTo)
                        .orElse(groups.plus(Rounds.ONCE).orFewer());
            }
        }
        Located last = wholes.get(wholes.size() - 1);
        List<Located> asked =
                Stream.concat(wholes.stream(), sizes.counted(last).stream()).toList();
        return guards.most(asked, where, frame)
                .or(() -> guards.assigned(last))
                .or(() -> size.most().number().isPresent() ? Optional.empty() : returned.elements(last))
                .or(() -> sizes.counted(last).flatMap(c -> share(c, where)))
                .map(m -> new Rounds(Amount.NONE, size.upTo(m).most()))
                .orElse(size);
    }

    /** How great a number is at most that is computed from a size that was asked for before. */
    private Optional<Long> share(Located number, Site where) {
        Share share = Share.of(number, numbers);
        Located at = share.whole();
        OptionalLong most = Sizes.measuredBy(at.value())
                .map(c -> of(c, where, at.frame()).most().number())
                .orElseGet(OptionalLong::empty);
        return (most.isPresent() ? Optional.of(most.getAsLong()) : guards.most(at, where, at.frame()))
                .map(share.greatest()::applyAsLong);
    }
}
