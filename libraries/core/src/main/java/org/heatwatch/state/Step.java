package org.heatwatch.state;

/**
 * One observation and the state of the facility after it.
 *
 * @param state after the pass
 * @param startSum S+ after the pass, the sum for a start: 0 to twice the threshold. Where changes in both directions
 *     are followed, the larger of the sums for a rise and for a fall
 * @param stopSum S- after the pass, the sum for a stop, or for a return: at least 0; 0 unless ON or COOLING, LOWER,
 *     HIGHER or RETURNING
 * @param reason in plain words, such as "CUSUM 5.61 passed 5.20"
 */
public record Step(
        JudgedObservation observation, FacilityState state, double startSum, double stopSum, String reason) {}
