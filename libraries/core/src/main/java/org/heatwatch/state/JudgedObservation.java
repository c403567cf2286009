package org.heatwatch.state;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.heatwatch.estimation.baseline.ExcessOverBaseline;
import org.heatwatch.landsat.Acquisition;
import org.heatwatch.site.Pass;

/**
 * One facility, control or reference parcel in one overpass, judged against its baseline, or the reason why it was not.
 *
 * @param acquiredAt UTC, on the date of the acquisition; orders the overpasses of one day
 * @param pass day or night
 * @param setAside why it does not change the state although it is published, such as a suspect scene; empty if it
 *     counts
 * @param mayTurnOn false for a preliminary product whose registration failed: it may cause SUSPECT and add to the sums,
 *     but not change the state to ON
 * @param isProvisional whether a later product may change it: preliminary pointing, or an assumed transmittance
 * @param flags caveats in plain words; a placeholder or unverified outline is always among them
 */
public record JudgedObservation(
        Acquisition acquisition,
        Instant acquiredAt,
        Pass pass,
        Outcome outcome,
        Optional<String> setAside,
        boolean mayTurnOn,
        boolean isProvisional,
        List<String> flags) {

    public JudgedObservation {
        flags = List.copyOf(flags);
        if (!LocalDate.ofInstant(acquiredAt, ZoneOffset.UTC).equals(acquisition.date())) {
            throw new IllegalArgumentException("%s was not acquired at %s".formatted(acquisition, acquiredAt));
        }
    }

    /** A score, or the reason why there is none. */
    public sealed interface Outcome {}

    /**
     * Observed and judged.
     *
     * @param excess over the facility's baseline
     * @param heat percentile of the excess
     * @param visibleFraction share of the footprint's weight that was visible, 0.8 to 1
     * @param isSignificant whether it is significant among all facilities of the pass at a false discovery rate of
     *     0.1 (Benjamini and Hochberg 1995)
     */
    public record Scored(
            ExcessOverBaseline excess,
            HeatScore heat,
            double visibleFraction,
            Confidence confidence,
            boolean isSignificant)
            implements Outcome {

        /** Excess over the baseline, effective kelvin. */
        public double effectiveKelvin() {
            return excess.kelvin();
        }

        /** Standard error of {@link #effectiveKelvin}, effective kelvin. */
        public double standardError() {
            return excess.standardError();
        }

        /** The excess divided by its standard error. */
        public double z() {
            return excess.z();
        }

        /** Degrees of freedom of Student's t that {@link #z} follows while the facility is idle. */
        public double degreesOfFreedom() {
            return excess.degreesOfFreedom();
        }
    }

    /**
     * No measurement; this does not mean that the facility is cold.
     *
     * @param reason in plain words, such as "hidden by cloud"
     * @param visibleFraction share of the footprint's weight that was visible, 0 to 1
     */
    public record NoObservation(String reason, double visibleFraction) implements Outcome {
        public NoObservation {
            if (reason.isBlank()) {
                throw new IllegalArgumentException("an observation without a measurement needs a reason");
            }
        }
    }

    /**
     * Observed, but there are too few observations in the reference period to judge it.
     *
     * @param reason in plain words
     */
    public record Uncalibrated(String reason) implements Outcome {}

    /** UTC date of the pass. */
    public LocalDate date() {
        return acquisition.date();
    }

    /** The score, if the facility was observed and judged. */
    public Optional<Scored> scored() {
        return outcome instanceof Scored scored ? Optional.of(scored) : Optional.empty();
    }

    /** Whether it took part in computing the state. */
    public boolean counts() {
        return outcome instanceof Scored && setAside.isEmpty();
    }
}
