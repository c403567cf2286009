package org.heatwatch.site;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a feature of a site is for; in a site file, the name in lower case. */
public enum Role {
    /** A roof to score. */
    FACILITY,
    /** A place that must stay cold. */
    CONTROL,
    /** An idle parcel: together they tell how far a scene can be trusted. */
    NULL,
    /** Any other building. */
    BUILDING,
    /** The outline of the site. */
    SITE;

    /** Whether a temperature is fitted to features of this role, so that they must be large enough to be seen. */
    public boolean isScored() {
        return this == FACILITY || this == CONTROL || this == NULL;
    }

    /** The name in a site file. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Role> ofCode(String code) {
        return Arrays.stream(values()).filter(role -> role.code().equals(code)).findFirst();
    }
}
