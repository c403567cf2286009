package org.heatwatch.local;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.heatwatch.history.RoofHistory;
import org.heatwatch.state.FacilityState;
import org.heatwatch.state.JudgedObservation;
import org.jspecify.annotations.Nullable;

/**
 * One pass over one roof, as `history` prints it.
 *
 * @param pass day or night
 * @param state after the pass
 * @param flags what must be known of it, reasons for not seeing it among them
 */
record LookRow(
        String facility,
        String acquisition,
        String pass,
        Status status,
        @Nullable Double effectiveKelvin,
        @Nullable Double effectiveStandardError,
        @Nullable Double visibleFraction,
        @Nullable Double z,
        @Nullable Double score,
        FacilityState state,
        @Nullable String confidence,
        boolean provisional,
        List<String> flags) {
    static final List<String> COLUMNS = List.of(
            "facility",
            "acquisition",
            "pass",
            "status",
            "effectiveKelvin",
            "effectiveStandardError",
            "visibleFraction",
            "z",
            "score",
            "state",
            "confidence",
            "provisional",
            "flags");
    private static final String SIMULATED = "simulated";

    enum Status {
        OBSERVED,
        NO_OBSERVATION,
        UNCALIBRATED
    }

    /** All looks of a roof in their order. */
    static List<LookRow> of(RoofHistory roof, boolean simulated) {
        List<LookRow> rows = new ArrayList<>();
        for (int i = 0; i < roof.looks().size(); i++) {
            rows.add(of(roof, roof.looks().get(i), roof.track().steps().get(i).state(), simulated));
        }
        return rows;
    }

    private static LookRow of(RoofHistory roof, JudgedObservation look, FacilityState state, boolean simulated) {
        List<String> flags = new ArrayList<>(look.flags());
        if (simulated) {
            flags.add(SIMULATED);
        }
        return switch (look.outcome()) {
            case JudgedObservation.Scored s ->
                new LookRow(
                        roof.feature().id(),
                        look.acquisition().id(),
                        lower(look.pass()),
                        Status.OBSERVED,
                        s.effectiveKelvin(),
                        s.standardError(),
                        s.visibleFraction(),
                        s.z(),
                        s.heat().score(),
                        state,
                        lower(s.confidence()),
                        look.isProvisional(),
                        flags);
            case JudgedObservation.NoObservation none -> {
                flags.addFirst(none.reason());
                yield unseen(roof, look, Status.NO_OBSERVATION, none.visibleFraction(), state, flags);
            }
            case JudgedObservation.Uncalibrated none -> {
                flags.addFirst(none.reason());
                yield unseen(roof, look, Status.UNCALIBRATED, null, state, flags);
            }
        };
    }

    private static LookRow unseen(
            RoofHistory roof,
            JudgedObservation look,
            Status status,
            @Nullable Double visible,
            FacilityState state,
            List<String> flags) {
        return new LookRow(
                roof.feature().id(),
                look.acquisition().id(),
                lower(look.pass()),
                status,
                null,
                null,
                visible,
                null,
                null,
                state,
                null,
                look.isProvisional(),
                flags);
    }

    static String lower(Enum<?> name) {
        return name.name().toLowerCase(Locale.ROOT);
    }

    /** In the order of {@link #COLUMNS}; what is unknown is empty. */
    List<Object> cells() {
        return List.of(
                facility,
                acquisition,
                pass,
                status,
                orEmpty(effectiveKelvin),
                orEmpty(effectiveStandardError),
                orEmpty(visibleFraction),
                orEmpty(z),
                orEmpty(score),
                state,
                confidence == null ? "" : confidence,
                provisional,
                String.join("; ", flags));
    }

    private static Object orEmpty(@Nullable Double value) {
        return value == null ? "" : value;
    }
}
