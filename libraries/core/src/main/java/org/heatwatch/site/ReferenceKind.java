package org.heatwatch.site;

import java.util.Arrays;
import java.util.Optional;

/** What a site did in its reference periods, and so which question later observations answer. */
public enum ReferenceKind {
    /** Nothing ran: has a facility started? */
    IDLE("idle"),
    /** The facilities ran as usual: has one stopped, slowed or grown? */
    OPERATING("operating"),
    /**
     * The site definition names no period, so that the first two years of its scenes are taken. Whether anything ran
     * then is not known; changes in both directions are followed, as for {@link #OPERATING}.
     */
    UNKNOWN("unknown");

    private final String code;

    ReferenceKind(String code) {
        this.code = code;
    }

    /** The code in site files and in answers of the API. */
    public String code() {
        return code;
    }

    /** Whether a facility can become cooler than in the reference period by stopping. */
    public boolean isTwoSided() {
        return this != IDLE;
    }

    /** The kind that a site file may state with a code. */
    static Optional<ReferenceKind> ofCode(String code) {
        return Arrays.stream(values())
                .filter(kind -> kind != UNKNOWN && kind.code.equals(code))
                .findFirst();
    }
}
