package org.heatwatch.api;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.heatwatch.announce.Kind;
import org.heatwatch.site.Role;
import org.heatwatch.state.Confidence;
import org.heatwatch.state.FacilityState;

/** What properties that hold one of few words may be. */
final class Codes {
    static final List<String> STATES =
            Arrays.stream(FacilityState.values()).map(Enum::name).toList();
    static final List<String> ROLES = List.of(Role.FACILITY.code(), Role.CONTROL.code());
    /** The lowest first, as mails count them from 1. */
    static final List<String> CONFIDENCES = Arrays.stream(Confidence.values())
            .map(word -> word.name().toLowerCase(Locale.ROOT))
            .toList()
            .reversed();

    static final List<String> STATUSES = List.of("observed", "no_observation", "uncalibrated");
    static final List<String> PASSES = List.of("day", "night");
    static final List<String> KINDS =
            Arrays.stream(Kind.values()).map(Kind::code).toList();

    private Codes() {}
}
