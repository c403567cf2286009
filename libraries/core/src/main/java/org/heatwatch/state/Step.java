package org.heatwatch.state;

/**
 * What one pass made of a facility's state.
 *
 * @param state after the pass
 * @param startSum S+ after the pass: how much speaks for a start, 0 to twice the threshold
 * @param stopSum S- after the pass: how much speaks for a stop, from 0; 0 unless on or cooling
 * @param reason for people, such as "CUSUM 5.61 passed 5.20"
 */
public record Step(
        JudgedObservation observation, FacilityState state, double startSum, double stopSum, String reason) {}
