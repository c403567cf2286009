package org.heatwatch.validation;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.heatwatch.validation.LayoutBuilding.Group;
import org.heatwatch.validation.LayoutScore.Active;
import org.heatwatch.validation.LayoutScore.Match;

/** Scores of one method at several simulated sites. */
record LayoutTally(List<LayoutScore> scores) {
    LayoutTally {
        scores = List.copyOf(scores);
    }

    /** Found and all active buildings of a group, such as "93 of 100". */
    String found(Group group) {
        int found = scores.stream().mapToInt(score -> score.found(group)).sum();
        int all = scores.stream().mapToInt(score -> score.count(group)).sum();
        return "%d of %d".formatted(found, all);
    }

    /** Mean number of false places of a site. */
    double falsePlaces() {
        return scores.stream()
                .mapToInt(score -> score.falsePlaces().size())
                .average()
                .orElse(Double.NaN);
    }

    /** Root mean square distance in metres of all found places from the centres of their buildings. */
    double positionRms() {
        return SampleStatistics.of(matches().map(Match::metres).toList()).rootMeanSquare();
    }

    /** Mean ratio of found to true excess times area. */
    double meanRatio() {
        return SampleStatistics.of(matches().map(Match::ratio).toList()).mean();
    }

    /** Number of active buildings with a property. */
    long count(Predicate<Active> that) {
        return scores.stream()
                .flatMap(score -> score.active().stream())
                .filter(that)
                .count();
    }

    /** Fraction of the active buildings with a property that were found; NaN if there are none. */
    double share(Predicate<Active> that) {
        long found = matches().map(Match::active).filter(that).count();
        long all = count(that);
        return all == 0 ? Double.NaN : (double) found / all;
    }

    private Stream<Match> matches() {
        return scores.stream().flatMap(score -> score.matches().stream());
    }
}
