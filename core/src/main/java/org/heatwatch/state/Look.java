package org.heatwatch.state;

/** What one pass says of one facility. */
public sealed interface Look {

    /**
     * It was seen.
     *
     * @param q standard normal deviate of its idle percentile, as {@link HeatScore#q()}
     * @param score its idle percentile, 0 to 100
     * @param mayTurnOn false for a preliminary product whose registration failed: it may raise a suspicion and add to the
     *     sum, but the look that turns the facility on is another
     */
    record Valid(double q, double score, boolean mayTurnOn) implements Look {
        public Valid {
            if (!(Math.abs(q) <= HeatScore.LARGEST_DEVIATE)) {
                throw new IllegalArgumentException("a deviate of %s is outside -4..4".formatted(q));
            }
            if (!(score >= 0 && score <= 100)) {
                throw new IllegalArgumentException("a score of %s is outside 0..100".formatted(score));
            }
        }

        public static Valid of(HeatScore score, boolean mayTurnOn) {
            return new Valid(score.q(), score.score(), mayTurnOn);
        }
    }

    /**
     * It was not seen, which is not the same as cold.
     *
     * @param reason in words, for people, such as "hidden by cloud"
     */
    record Absent(String reason) implements Look {
        public Absent {
            if (reason.isBlank()) {
                throw new IllegalArgumentException("a look is never absent without a reason");
            }
        }
    }

    /** It was seen, and there are too few dormant looks of this kind to judge it by. */
    record Uncalibrated() implements Look {}
}
