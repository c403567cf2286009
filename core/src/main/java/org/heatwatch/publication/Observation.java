package org.heatwatch.publication;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.heatwatch.history.RoofHistory;
import org.heatwatch.landsat.Acquisition;
import org.heatwatch.state.JudgedObservation;
import org.jspecify.annotations.Nullable;

/**
 * One pass over one facility or control.
 *
 * @param acquiredAt UTC
 * @param pass day or night
 * @param status observed, no_observation or uncalibrated; the last two are never "cold"
 * @param counted whether it was weighed for the state; not if it was not observed, or the pass is not to be relied on
 * @param effectiveKelvin how much warmer than its idle self
 * @param visibleFraction share of the roof's weight that was visible, 0 to 1
 * @param z the excess over its standard error
 * @param score percentile among idle looks, 0 to 100
 * @param standsOut whether it stands out among all facilities of the pass, false discoveries held to a tenth
 * @param state after the pass
 * @param startSum how much speaks for a start, 0 to twice the threshold
 * @param confidence low, medium or high
 * @param provisional whether a better product may still change it
 * @param flags what a reader must know, reasons for not seeing it first
 */
public record Observation(
        String facility,
        String acquisition,
        String acquiredAt,
        String pass,
        String status,
        boolean counted,
        @Nullable Double effectiveKelvin,
        @Nullable Double effectiveStandardError,
        @Nullable Double visibleFraction,
        @Nullable Double z,
        @Nullable Double score,
        boolean standsOut,
        String state,
        double startSum,
        @Nullable String confidence,
        boolean provisional,
        List<String> flags) {
    static final String OBSERVED = "observed";

    public Observation {
        flags = List.copyOf(flags);
    }

    /** All looks of a roof in their order. */
    public static List<Observation> of(RoofHistory roof) {
        List<Observation> observations = new ArrayList<>();
        for (int i = 0; i < roof.track().steps().size(); i++) {
            observations.add(of(roof, i));
        }
        return List.copyOf(observations);
    }

    private static Observation of(RoofHistory roof, int number) {
        var step = roof.track().steps().get(number);
        JudgedObservation look = step.observation();
        JudgedObservation.@Nullable Scored scored = look.scored().orElse(null);
        List<String> flags = new ArrayList<>(look.flags());
        @Nullable Double visible = scored == null ? null : (Double) scored.visibleFraction();
        String status = OBSERVED;
        switch (look.outcome()) {
            case JudgedObservation.Scored _ -> {}
            case JudgedObservation.NoObservation none -> {
                status = "no_observation";
                visible = none.visibleFraction();
                flags.addFirst(none.reason());
            }
            case JudgedObservation.Uncalibrated none -> {
                status = "uncalibrated";
                flags.addFirst(none.reason());
            }
        }
        return new Observation(
                roof.feature().id(),
                look.acquisition().id(),
                look.acquiredAt().toString(),
                lower(look.pass()),
                status,
                look.counts(),
                scored == null ? null : (Double) scored.effectiveKelvin(),
                scored == null ? null : (Double) scored.standardError(),
                visible,
                scored == null ? null : (Double) scored.z(),
                scored == null ? null : (Double) scored.heat().score(),
                scored != null && scored.survivesControl(),
                step.state().name(),
                step.startSum(),
                scored == null ? null : lower(scored.confidence()),
                look.isProvisional(),
                flags);
    }

    /** Whether it was seen and could be judged. */
    @JsonIgnore
    public boolean isObserved() {
        return status.equals(OBSERVED);
    }

    int year() {
        return Acquisition.parse(acquisition).date().getYear();
    }

    static String lower(Enum<?> name) {
        return name.name().toLowerCase(Locale.ROOT);
    }
}
