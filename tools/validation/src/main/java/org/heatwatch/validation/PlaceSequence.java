package org.heatwatch.validation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Results of one method on the same scenes for all thresholds.
 *
 * @param steps results in the order of falling thresholds; the first is empty
 */
record PlaceSequence(List<Step> steps) {
    /**
     * Result for a range of thresholds.
     *
     * @param highest highest threshold with this result
     */
    record Step(double highest, List<FoundPlace> places) {
        Step {
            places = List.copyOf(places);
        }
    }

    PlaceSequence {
        steps = List.copyOf(steps);
    }

    /** Each place is found with every threshold up to its z, independently of the others. */
    static PlaceSequence ofIndependent(List<FoundPlace> places) {
        List<FoundPlace> sorted =
                places.stream().sorted((a, b) -> Double.compare(b.z(), a.z())).toList();
        List<Step> steps = new ArrayList<>();
        steps.add(new Step(Double.POSITIVE_INFINITY, List.of()));
        for (int i = 0; i < sorted.size(); i++) {
            steps.add(new Step(sorted.get(i).z(), sorted.subList(0, i + 1)));
        }
        return new PlaceSequence(steps);
    }

    /** Places found with a threshold. */
    List<FoundPlace> at(double threshold) {
        return steps.stream()
                .filter(step -> step.highest() >= threshold)
                .reduce((_, later) -> later)
                .map(Step::places)
                .orElse(List.of());
    }

    /** Places found after a threshold was raised until the result is accepted; empty if it never is. */
    List<FoundPlace> raisedUntil(double threshold, Predicate<List<FoundPlace>> isAccepted) {
        return steps.reversed().stream()
                .filter(step -> step.highest() >= threshold && isAccepted.test(step.places()))
                .findFirst()
                .map(Step::places)
                .orElse(List.of());
    }
}
