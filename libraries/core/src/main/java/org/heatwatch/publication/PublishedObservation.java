package org.heatwatch.publication;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.heatwatch.history.RoofHistory;
import org.heatwatch.landsat.Acquisition;
import org.heatwatch.site.Pass;
import org.heatwatch.state.Confidence;
import org.heatwatch.state.FacilityState;
import org.heatwatch.state.JudgedObservation;
import org.jspecify.annotations.Nullable;

/** One pass over one facility or control. */
public record PublishedObservation(
        String facility,
        @JsonPropertyDescription("The pass.") Acquisition acquisition,
        @JsonPropertyDescription("Time of the pass, UTC.") Instant acquiredAt,
        @JsonPropertyDescription("By day or by night.") Pass pass,

        @JsonPropertyDescription("observed; no_observation, or uncalibrated, neither of which is ever cold.")
        ObservationStatus status,

        @JsonPropertyDescription("Whether it was weighed for the state; not if the pass is not to be relied on.")
        boolean counted,

        @JsonPropertyDescription("How much warmer than its idle self.") @Nullable
        Double effectiveKelvin,

        @JsonPropertyDescription("Standard error of that.") @Nullable
        Double effectiveStandardError,

        @JsonPropertyDescription("Share of the roof that was visible, 0 to 1.") @Nullable
        Double visibleFraction,

        @JsonPropertyDescription("The excess over its standard error.") @Nullable
        Double z,

        @JsonPropertyDescription("Percentile among idle looks, 0 to 100.") @Nullable
        Double score,

        @JsonPropertyDescription(
                "Whether it stands out among all facilities of the pass; a tenth of those that do are false.")
        boolean standsOut,

        @JsonPropertyDescription("State after the pass.") FacilityState state,

        @JsonPropertyDescription("How much speaks for a start, 0 to twice the threshold.")
        double startSum,

        @JsonPropertyDescription("How far the look can be trusted.") @Nullable
        Confidence confidence,

        @JsonPropertyDescription("Whether a better product may still change it.")
        boolean provisional,

        @JsonPropertyDescription("What a reader must know, why it was not seen first.")
        List<String> flags) {

    public PublishedObservation {
        flags = List.copyOf(flags);
    }

    /** All looks of a roof in their order. */
    public static List<PublishedObservation> of(RoofHistory roof) {
        List<PublishedObservation> observations = new ArrayList<>();
        for (int i = 0; i < roof.track().steps().size(); i++) {
            observations.add(of(roof, i));
        }
        return List.copyOf(observations);
    }

    private static PublishedObservation of(RoofHistory roof, int number) {
        var step = roof.track().steps().get(number);
        JudgedObservation look = step.observation();
        JudgedObservation.@Nullable Scored scored = look.scored().orElse(null);
        List<String> flags = new ArrayList<>(look.flags());
        @Nullable Double visible = scored == null ? null : (Double) scored.visibleFraction();
        ObservationStatus status = ObservationStatus.OBSERVED;
        switch (look.outcome()) {
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
                roof.feature().id(),
                look.acquisition(),
                look.acquiredAt(),
                look.pass(),
                status,
                look.counts(),
                scored == null ? null : (Double) scored.effectiveKelvin(),
                scored == null ? null : (Double) scored.standardError(),
                visible,
                scored == null ? null : (Double) scored.z(),
                scored == null ? null : (Double) scored.heat().score(),
                scored != null && scored.survivesControl(),
                step.state(),
                step.startSum(),
                scored == null ? null : scored.confidence(),
                look.isProvisional(),
                flags);
    }

    /** Whether it was seen and could be judged. */
    @JsonIgnore
    public boolean isObserved() {
        return status == ObservationStatus.OBSERVED;
    }

    int year() {
        return acquisition.date().getYear();
    }
}
