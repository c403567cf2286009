package org.heatwatch.state;

/**
 * One observation and the state of the facility after it.
 *
 * @param state after the pass
 * @param startSum S+ after the pass, the sum for a start: 0 to twice the threshold
 * @param stopSum S- after the pass, the sum for a stop: at least 0; 0 unless ON or COOLING
 * @param reason in plain words, such as "CUSUM 5.61 passed 5.20"
 */
public record Step(
        JudgedObservation observation, FacilityState state, double startSum, double stopSum, String reason) {}
