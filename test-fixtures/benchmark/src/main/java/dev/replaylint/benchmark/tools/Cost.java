package dev.replaylint.benchmark.tools;

import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What a process cost.
 *
 * @param processor seconds, user and system, of it and the processes it started
 * @param wall seconds
 * @param memory the largest resident set, in MB
 */
record Cost(double processor, double wall, double memory) {

    /** The median of each figure. */
    static Cost median(List<Cost> costs) {
        return new Cost(median(costs, Cost::processor), median(costs, Cost::wall), median(costs, Cost::memory));
    }

    private static double median(List<Cost> costs, ToDoubleFunction<Cost> figure) {
        List<Cost> sorted =
                costs.stream().sorted(Comparator.comparingDouble(figure)).toList();
        int middle = sorted.size() / 2;
        double upper = figure.applyAsDouble(sorted.get(middle));
        return sorted.size() % 2 == 1 ? upper : (upper + figure.applyAsDouble(sorted.get(middle - 1))) / 2;
    }
}
