package org.heatwatch.api;

import java.util.Arrays;
import java.util.List;
import org.heatwatch.announce.Kind;
import org.heatwatch.publication.ObservationStatus;
import org.heatwatch.publication.PublishedJson;
import org.heatwatch.site.Pass;
import org.heatwatch.site.ReferenceKind;
import org.heatwatch.site.Role;
import org.heatwatch.state.Confidence;
import org.heatwatch.state.FacilityState;

/** The values of properties that are enumerations. */
final class Codes {
    static final List<String> STATES = of(FacilityState.class);
    static final List<String> ROLES = List.of(Role.FACILITY.code(), Role.CONTROL.code());
    /** In ascending order; a mail numbers them from 1. */
    static final List<String> CONFIDENCES = of(Confidence.class).reversed();

    static final List<String> STATUSES = of(ObservationStatus.class);
    static final List<String> PASSES = of(Pass.class);
    static final List<String> KINDS =
            Arrays.stream(Kind.values()).map(Kind::code).toList();

    /** Kinds of reference with which a site is compared. */
    static final List<String> REFERENCES =
            Arrays.stream(ReferenceKind.values()).map(ReferenceKind::code).toList();

    private Codes() {}

    /** The codes of an enumeration; empty for any other type. */
    static List<String> of(Class<?> type) {
        return type.isEnum()
                ? Arrays.stream(type.getEnumConstants())
                        .map(PublishedJson::text)
                        .toList()
                : List.of();
    }
}
