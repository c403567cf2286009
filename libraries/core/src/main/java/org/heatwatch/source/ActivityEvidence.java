package org.heatwatch.source;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.heatwatch.history.FeatureHistory;
import org.heatwatch.site.Site;
import org.heatwatch.source.EvidenceTest.Verdict;

/**
 * What the observations of a source or facility say about activity, as opposed to a new surface that is warmer than the
 * old one.
 *
 * <p>Each comparison needs 2.5 standard errors for a verdict. The comparisons are not corrected for their number: a
 * wrong verdict of any of the five is expected for about 3 % of all sources, so that a single verdict among many
 * sources is weak evidence. Measured on 500 simulated places of each kind, with some 60 overpasses by day and by
 * night: at most 0.6 % of new surfaces were said to show activity, and at most 2.2 % of active places were
 * contradicted.
 *
 * @param tests one for each kind that the observations allow
 */
public record ActivityEvidence(List<EvidenceTest> tests) {
    /** No evidence: too few observations. */
    public static final ActivityEvidence NONE = new ActivityEvidence(List.of());

    private static final List<String> NUMBERS = List.of("none", "one", "two", "three", "four", "five");

    public ActivityEvidence {
        tests = List.copyOf(tests);
    }

    /**
     * Compares the counted observations of a span. A comparison with too few observations is absent.
     *
     * @param history all observations of a source or facility
     * @param span time in which it was warm
     * @param site for its time zone and reference periods
     */
    public static ActivityEvidence of(FeatureHistory history, ActivitySpan span, Site site) {
        EvidenceInput input = EvidenceInput.of(history, span, site);
        return new ActivityEvidence(Stream.of(
                        WeekComparison.of(input),
                        NightComparison.of(input),
                        VariationComparison.of(input),
                        SunComparison.of(input),
                        SatelliteComparison.of(input))
                .flatMap(Optional::stream)
                .toList());
    }

    /** The verdicts in one sentence, such as "Two of four comparisons support activity, one contradicts it." */
    public String summary() {
        String verdicts = verdicts();
        return Character.toUpperCase(verdicts.charAt(0)) + verdicts.substring(1) + ".";
    }

    /**
     * The span and the verdicts in one sentence, such as "Warmer than its baseline since 2024-01; two of four
     * comparisons support activity."
     *
     * @param first first day on which it was warm
     * @param last last day on which it was warm
     * @param ended whether it was no longer warm afterwards
     */
    public String summary(LocalDate first, LocalDate last, boolean ended) {
        String time = ended
                ? "from %s to %s".formatted(YearMonth.from(first), YearMonth.from(last))
                : "since " + YearMonth.from(first);
        return "Warmer than its baseline %s; %s.".formatted(time, verdicts());
    }

    private String verdicts() {
        if (tests.isEmpty()) {
            return "too few observations to compare";
        }
        if (tests.size() == 1) {
            return switch (tests.getFirst().verdict()) {
                case SUPPORTS_ACTIVITY -> "the only comparison that is possible supports activity";
                case CONTRADICTS_ACTIVITY -> "the only comparison that is possible contradicts activity";
                case INCONCLUSIVE -> "the only comparison that is possible is inconclusive";
            };
        }
        int supporting = count(Verdict.SUPPORTS_ACTIVITY);
        int contradicting = count(Verdict.CONTRADICTS_ACTIVITY);
        String text = "%s of %s comparisons %s activity"
                .formatted(NUMBERS.get(supporting), NUMBERS.get(tests.size()), supporting > 1 ? "support" : "supports");
        if (contradicting > 0) {
            text += ", %s %s it"
                    .formatted(NUMBERS.get(contradicting), contradicting > 1 ? "contradict" : "contradicts");
        }
        // Five comparisons at 2.5 standard errors, one-sided: 5 x 0.6 %.
        return supporting + contradicting == 1 ? text + " (by chance for one source in 30)" : text;
    }

    private int count(Verdict verdict) {
        return (int) tests.stream().filter(test -> test.verdict() == verdict).count();
    }
}
