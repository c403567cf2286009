package org.heatwatch.state;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * How one facility's state came about. A function of all its looks: a late one changes what follows it, and the same
 * looks give the same track.
 *
 * <p>The rules, with S+ and S- the sums for a start and a stop, h the threshold and q the look's deviate:
 *
 * <ul>
 *   <li>UNKNOWN, UNCALIBRATED or OFF to SUSPECT: a score of 99, or S+ above h/2. Otherwise the first valid look leads to
 *       OFF.
 *   <li>SUSPECT to OFF: two valid looks in a row with q below 1, after the one that raised the suspicion.
 *   <li>OFF or SUSPECT to ON: S+ above h.
 *   <li>ON to COOLING: S- above h/2; COOLING to ON: S- back to 0; either to OFF: S- above h.
 *   <li>Any but UNCALIBRATED to STALE: the {@link #STALE_DAYS}th day after the last valid look has ended without another,
 *       or after the first pass if there was never one. The next valid look leads back to the state before, and is then
 *       judged as any other; the sums stand still meanwhile.
 * </ul>
 *
 * <p>Looks that are absent move nothing. Those without calibration lead to UNCALIBRATED as long as there was no valid look;
 * later they count as absent, since the strata of a facility need not all be calibrated. S+ = min(2h, max(0, S+ + q - 0.5))
 * on every valid look, and 0 on leaving ON or COOLING for OFF; S- = max(0, S- + m/2 - q) from 0 on entering ON, with m the
 * mean q of the looks before that left it ON, at least 2. A look that may not turn the facility on takes part in all this,
 * but leads to ON from none but STALE.
 *
 * @param steps one for each observation, in the same order
 * @param transitions in order, each from where the one before ended
 */
public record StateTrack(List<Step> steps, List<Transition> transitions, CurrentState current) {
    /** Days without a valid look after which nothing is known: three repeats of one satellite's orbit. */
    public static final int STALE_DAYS = 48;

    public StateTrack {
        steps = List.copyOf(steps);
        transitions = List.copyOf(transitions);
    }

    /**
     * Follows one facility.
     *
     * @param inAcquisitionOrder its observations of all regimes, in order of time
     * @param threshold h of both sums, above 0
     * @param asOf the day at whose end the state is asked for; those of later days are ignored
     * @throws IllegalArgumentException if the observations are out of order or the threshold not above 0
     */
    public static StateTrack of(List<JudgedObservation> inAcquisitionOrder, double threshold, LocalDate asOf) {
        StateMachine machine = new StateMachine(threshold);
        List<Step> steps = new ArrayList<>();
        Instant latest = Instant.MIN;
        for (JudgedObservation observation : inAcquisitionOrder) {
            if (observation.acquiredAt().isBefore(latest)) {
                throw new IllegalArgumentException("%s of %s comes after a look of %s"
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
