package org.heatwatch.state;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.heatwatch.site.ReferenceKind;

/**
 * The states of one facility over time. A pure function of all its observations: one that arrives late changes the
 * states after it, and the same observations give the same track.
 *
 * <p>The rules, with S+ and S- the sums for a start and a stop, h the threshold and q the deviate of the observation:
 *
 * <ul>
 *   <li>UNKNOWN, UNCALIBRATED or OFF to SUSPECT: a score of 99, or S+ above h/2. Otherwise the first valid observation
 *       leads to OFF.
 *   <li>SUSPECT to OFF: two consecutive valid observations with q below 1, after the one that caused SUSPECT.
 *   <li>OFF or SUSPECT to ON: S+ above h.
 *   <li>ON to COOLING: S- above h/2; COOLING to ON: S- back to 0; either to OFF: S- above h.
 *   <li>Any but UNCALIBRATED to STALE: at the end of the {@link #STALE_DAYS}th day after the last valid observation, or
 *       after the first pass if there is none. The next valid observation restores the previous state and is then
 *       judged as any other; the sums do not change meanwhile.
 * </ul>
 *
 * <p>Overpasses without a measurement change nothing. Uncalibrated ones lead to UNCALIBRATED as long as there is no
 * valid observation; later they are ignored, since a facility need not be calibrated in all observing regimes. S+ =
 * min(2h, max(0, S+ + q - 0.5)) on every valid observation, and 0 on leaving ON or COOLING for OFF; S- = max(0, S- +
 * m/2 - q), starting at 0 on entering ON, with m the mean q of the earlier observations after which the facility was
 * ON, at least 2. An observation that may not turn the facility on takes part in all of this, but leads to ON only from
 * STALE.
 *
 * <p>Where the reference period is not known to be idle, the same rules hold twice: with q for a rise (RISING, HIGHER)
 * and with -q for a fall (FALLING, LOWER), with UNCHANGED for OFF and RETURNING for COOLING; a score of 1 is for a fall
 * what one of 99 is for a rise, S+ tolerates q of 1.25 instead of 0.5, and q counts as at most 3. A suspicion gives way
 * to one of the other direction unless its sum is above h/2.
 *
 * @param steps one for each observation, in the same order
 * @param transitions in order, each from the state in which the previous one ended
 * @param current state at the end of the day of the track
 */
public record StateTrack(List<Step> steps, List<Transition> transitions, CurrentState current) {
    /**
     * Days without a valid observation after which the state is unknown: three repeat cycles of one Landsat satellite.
     */
    public static final int STALE_DAYS = 48;

    public StateTrack {
        steps = List.copyOf(steps);
        transitions = List.copyOf(transitions);
    }

    /**
     * Computes the track of one facility that was idle in its reference period.
     *
     * @param inAcquisitionOrder its observations of all regimes, in order of time
     * @param threshold h of both sums, above 0
     * @param asOf the state is computed for the end of this day; observations of later days are ignored
     * @throws IllegalArgumentException if the observations are out of order or the threshold not above 0
     */
    public static StateTrack of(List<JudgedObservation> inAcquisitionOrder, double threshold, LocalDate asOf) {
        return of(inAcquisitionOrder, threshold, asOf, ReferenceKind.IDLE);
    }

    /**
     * Computes the track of one facility.
     *
     * @param inAcquisitionOrder its observations of all regimes, in order of time
     * @param threshold h of all sums, above 0
     * @param asOf the state is computed for the end of this day; observations of later days are ignored
     * @param kind what the facility did in its reference period
     * @throws IllegalArgumentException if the observations are out of order or the threshold not above 0
     */
    public static StateTrack of(
            List<JudgedObservation> inAcquisitionOrder, double threshold, LocalDate asOf, ReferenceKind kind) {
        StateMachine machine = new StateMachine(threshold, kind);
        List<Step> steps = new ArrayList<>();
        Instant latest = Instant.MIN;
        for (JudgedObservation observation : inAcquisitionOrder) {
            if (observation.acquiredAt().isBefore(latest)) {
                throw new IllegalArgumentException("%s of %s follows an observation of %s"
                        .formatted(observation.acquisition(), observation.acquiredAt(), latest));
            }
            latest = observation.acquiredAt();
            if (!observation.date().isAfter(asOf)) {
                steps.add(machine.take(observation));
            }
        }
        machine.endOf(asOf);
        return new StateTrack(steps, machine.transitions(), machine.current());
    }
}
