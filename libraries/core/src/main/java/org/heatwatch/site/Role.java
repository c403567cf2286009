package org.heatwatch.site;

import java.util.Arrays;
import java.util.Optional;

/** Role of a feature in a site. */
public enum Role {
    /** A building whose heat is judged. */
    FACILITY("facility"),
    /** A building or area known to have no heat of its own, so that any heat found there is an error. */
    CONTROL("control"),
    /** A reference parcel: a building or area taken to be idle, which measures the noise of a scene. */
    REFERENCE("reference"),
    /** A neighbouring building, outlined so that its heat is not attributed to a facility. */
    BUILDING("building"),
    /** The outline of the site. */
    SITE("site");

    /** The code of {@link #REFERENCE} in site definitions written before version 1. */
    private static final String OLD_REFERENCE_CODE = "null";

    private final String code;

    Role(String code) {
        this.code = code;
    }

    /** Whether the excess of features of this role is estimated, so that they must cover at least one pixel. */
    public boolean isScored() {
        return this == FACILITY || this == CONTROL || this == REFERENCE;
    }

    /** The code in site files and in answers of the API. */
    public String code() {
        return code;
    }

    static Optional<Role> ofCode(String code) {
        if (code.equals(OLD_REFERENCE_CODE)) {
            return Optional.of(REFERENCE);
        }
        return Arrays.stream(values()).filter(role -> role.code.equals(code)).findFirst();
    }
}
