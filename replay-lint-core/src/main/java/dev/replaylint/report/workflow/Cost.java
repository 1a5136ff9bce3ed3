package dev.replaylint.report.workflow;

import java.util.List;
import java.util.OptionalLong;

/**
 * How many operations one execution makes.
 *
 * @param best fewest, as text: {@code 1 + 3·n}
 * @param worst most, as the service meters them
 * @param bestNumber the fewest, if that is a number
 * @param worstNumber the most, if that is a number
 * @param unbounded whether nothing bounds the most
 * @param legend what the letters mean, a sentence each
 * @param uncertain what the figures do not know, a sentence each
 */
public record Cost(
        String best,
        String worst,
        OptionalLong bestNumber,
        OptionalLong worstNumber,
        boolean unbounded,
        List<String> legend,
        List<String> uncertain) {

    public Cost {
        legend = List.copyOf(legend);
        uncertain = List.copyOf(uncertain);
    }
}
