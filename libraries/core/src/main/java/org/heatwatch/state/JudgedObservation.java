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
 * One facility, control or reference parcel in one overpass, judged by its own idle behaviour, or the reason why it was not.
 *
 * @param acquiredAt on the date of the acquisition: overpasses of one day are ordered by it
 * @param pass day or night
 * @param setAside why it moves no state although it is shown, such as a suspect scene; empty if it counts
 * @param mayTurnOn false for a preliminary product whose registration failed: it may raise a suspicion and add to the sum,
 *     but the observation that turns the facility on is another
 * @param isProvisional whether a better product may still change it: preliminary pointing, or an assumed transmittance
 * @param flags what a reader must know, in plain words; a placeholder or unverified outline is always among them
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

    /** A score, or the reason for none. */
    public sealed interface Outcome {}

    /**
     * Seen, and judged.
     *
     * @param excess over the facility's baseline
     * @param heat the percentile of that
     * @param visibleFraction share of the footprint's weight that was visible, 0.8 to 1
     * @param survivesControl whether it stands out among all facilities of the pass, false discoveries held to a tenth
     *     (Benjamini and Hochberg 1995)
     */
    public record Scored(
            ExcessOverBaseline excess,
            HeatScore heat,
            double visibleFraction,
            Confidence confidence,
            boolean survivesControl)
            implements Outcome {

        /** How much warmer than its idle self, effective kelvin. */
        public double effectiveKelvin() {
            return excess.kelvin();
        }

        /** Of {@link #effectiveKelvin}, effective kelvin. */
        public double standardError() {
            return excess.standardError();
        }

        /** The one over the other. */
        public double z() {
            return excess.z();
        }

        /** Degrees of freedom of Student's t that {@link #z} has while the facility is idle. */
        public double freedom() {
            return excess.degreesOfFreedom();
        }
    }

    /**
     * Nothing can be said, which is not the same as cold.
     *
     * @param reason in words, for people, such as "hidden by cloud"
     * @param visibleFraction share of the footprint's weight that was visible, 0 to 1
     */
    public record NoObservation(String reason, double visibleFraction) implements Outcome {
        public NoObservation {
            if (reason.isBlank()) {
                throw new IllegalArgumentException("nothing is unobserved without a reason");
            }
        }
    }

    /**
     * Seen, but too few observations of the reference period are known to judge it.
     *
     * @param reason in words, for people
     */
    public record Uncalibrated(String reason) implements Outcome {}

    /** UTC date of the pass. */
    public LocalDate date() {
        return acquisition.date();
    }

    /** What it says, if the facility was seen and could be judged. */
    public Optional<Scored> scored() {
        return outcome instanceof Scored scored ? Optional.of(scored) : Optional.empty();
    }

    /** Whether it was weighed for the state. */
    public boolean counts() {
        return outcome instanceof Scored && setAside.isEmpty();
    }
}
