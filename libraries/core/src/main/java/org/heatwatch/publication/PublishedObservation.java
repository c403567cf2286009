package org.heatwatch.publication;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.heatwatch.history.FeatureHistory;
import org.heatwatch.landsat.Acquisition;
import org.heatwatch.numbers.Finite;
import org.heatwatch.site.Pass;
import org.heatwatch.state.Confidence;
import org.heatwatch.state.FacilityState;
import org.heatwatch.state.JudgedObservation;
import org.jspecify.annotations.Nullable;

/** Observation of one facility or control in one pass. */
public record PublishedObservation(
        String facility,
        @JsonPropertyDescription("The pass.") Acquisition acquisition,
        @JsonPropertyDescription("Time of the pass, UTC.") Instant acquiredAt,
        @JsonPropertyDescription("By day or by night.") Pass pass,

        @JsonPropertyDescription("observed, no_observation or uncalibrated; neither of the last two means cold.")
        ObservationStatus status,

        @JsonPropertyDescription("Whether it took part in computing the state; false for a suspect pass.")
        boolean counted,

        @JsonPropertyDescription("Excess over the baseline.") @Nullable
        Double effectiveKelvin,

        @JsonPropertyDescription("Standard error of effectiveKelvin.") @Nullable
        Double effectiveStandardError,

        @JsonPropertyDescription("Visible share of the footprint, 0 to 1.") @Nullable
        Double visibleFraction,

        @JsonPropertyDescription("The excess divided by its standard error.") @Nullable
        Double z,

        @JsonPropertyDescription("Percentile among idle observations, 0 to 100.") @Nullable
        Double score,

        @JsonPropertyDescription(
                "Whether it is significant among all facilities of the pass, at a false discovery rate of 0.1.")
        boolean standsOut,

        @JsonPropertyDescription("State after the pass.") FacilityState state,

        @JsonPropertyDescription("Cumulative sum for a start, 0 to twice the threshold.")
        double startSum,

        @JsonPropertyDescription("Confidence in the observation.") @Nullable
        Confidence confidence,

        @JsonPropertyDescription("Whether a later product may change the result.")
        boolean provisional,

        @JsonPropertyDescription("Caveats; the reason first if it was not observed.")
        List<String> flags) {

    public PublishedObservation {
        Finite.requireIfPresent(effectiveKelvin, "effectiveKelvin");
        Finite.requireIfPresent(effectiveStandardError, "effectiveStandardError");
        Finite.requireIfPresent(visibleFraction, "visibleFraction");
        Finite.requireIfPresent(z, "z");
        Finite.requireIfPresent(score, "score");
        Finite.require(startSum, "startSum");
        flags = List.copyOf(flags);
    }

    /** All observations of a feature, in order of acquisition. */
    public static List<PublishedObservation> of(FeatureHistory history) {
        List<PublishedObservation> observations = new ArrayList<>();
        for (int i = 0; i < history.track().steps().size(); i++) {
            observations.add(of(history, i));
        }
        return List.copyOf(observations);
    }

    private static PublishedObservation of(FeatureHistory history, int index) {
        var step = history.track().steps().get(index);
        JudgedObservation observation = step.observation();
        JudgedObservation.@Nullable Scored scored = observation.scored().orElse(null);
        List<String> flags = new ArrayList<>(observation.flags());
        @Nullable Double visible = scored == null ? null : (Double) scored.visibleFraction();
        ObservationStatus status = ObservationStatus.OBSERVED;
        switch (observation.outcome()) {
            case JudgedObservation.Scored _ -> {}
            case JudgedObservation.NoObservation none -> {
                status = ObservationStatus.NO_OBSERVATION;
                visible = none.visibleFraction();
                flags.addFirst(none.reason());
            }
            case JudgedObservation.Uncalibrated none -> {
                status = ObservationStatus.UNCALIBRATED;
                flags.addFirst(none.reason());
            }
        }
        return new PublishedObservation(
                history.feature().id(),
                observation.acquisition(),
                observation.acquiredAt(),
                observation.pass(),
                status,
                observation.counts(),
                scored == null ? null : (Double) scored.effectiveKelvin(),
                scored == null ? null : (Double) scored.standardError(),
                visible,
                scored == null ? null : (Double) scored.z(),
                scored == null ? null : (Double) scored.heat().score(),
                scored != null && scored.isSignificant(),
                step.state(),
                step.startSum(),
                scored == null ? null : scored.confidence(),
                observation.isProvisional(),
                flags);
    }

    /** Whether it was observed and judged. */
    @JsonIgnore
    public boolean isObserved() {
        return status == ObservationStatus.OBSERVED;
    }

    int year() {
        return acquisition.date().getYear();
    }
}
