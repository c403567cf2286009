package org.heatwatch.state;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.heatwatch.landsat.Acquisition;
import org.heatwatch.landsat.Satellite;
import org.heatwatch.landsat.WrsScene;

/** Passes over one facility, eight days apart unless told otherwise. */
final class Passes {
    static final LocalDate FIRST = LocalDate.of(2024, 1, 1);
    private static final WrsScene DAY = new WrsScene(116, 34);

    private final List<Evidence> evidence = new ArrayList<>();
    private LocalDate next = FIRST;

    /** Valid looks with these deviates of a facility with a well-known idle self. */
    Passes seen(double... deviates) {
        for (double q : deviates) {
            add(valid(q, true));
        }
        return this;
    }

    /** A look at a preliminary product that is not registered. */
    Passes unregistered(double q) {
        return add(valid(q, false));
    }

    private static Look valid(double q, boolean mayTurnOn) {
        return new Look.Valid(q, HeatScore.of(q, Double.POSITIVE_INFINITY).score(), mayTurnOn);
    }

    Passes hidden() {
        return add(new Look.Absent("hidden by cloud"));
    }

    Passes uncalibrated() {
        return add(new Look.Uncalibrated());
    }

    Passes add(Look look) {
        evidence.add(on(next, look));
        next = next.plusDays(8);
        return this;
    }

    /** Lets the next pass be this many days after the one before. */
    Passes after(int days) {
        next = next.plusDays(days - 8);
        return this;
    }

    static Evidence on(LocalDate date, Look look) {
        return new Evidence(
                new Acquisition(Satellite.LANDSAT_8, DAY, date),
                date.atTime(2, 10).toInstant(ZoneOffset.UTC),
                look);
    }

    List<Evidence> evidence() {
        return List.copyOf(evidence);
    }

    /** The track with a threshold of 5 as of the last pass. */
    StateTrack track() {
        return track(last());
    }

    StateTrack track(LocalDate asOf) {
        return StateTrack.of(evidence, 5, asOf);
    }

    LocalDate last() {
        return evidence.isEmpty() ? FIRST : evidence.getLast().date();
    }

    /** The states after each pass. */
    List<FacilityState> states() {
        return track().steps().stream().map(Step::state).toList();
    }
}
